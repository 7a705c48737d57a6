// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;

namespace Faro.Linkage;

/// <summary>Every contract that a caller can break, in one place: name, value and allowed range.</summary>
internal static class Throw
{
    public static double IfNotProbability(double value, string name) =>
        value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "Allowed: 0 to 1.");

    public static int IfLess(int value, int least, string name) =>
        value >= least
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"Allowed: {least} and more.");

    public static void IfEmpty(int count, string name)
    {
        if (count == 0)
        {
            throw new ArgumentException("At least one is needed.", name);
        }
    }

    [DoesNotReturn]
    public static void NotInSchema(int row, int values, int columns) =>
        throw new ArgumentException(
            $"Row {row} has {values} values, the schema {columns} columns.",
            nameof(columns)
        );

    public static void IfNotPlace(int place, int count, string name)
    {
        if (place < 0 || place >= count)
        {
            throw new ArgumentOutOfRangeException(name, place, $"Allowed: 0 to {count - 1}.");
        }
    }

    [DoesNotReturn]
    public static void Contract(string message, string name) =>
        throw new ArgumentException(message, name);
}
