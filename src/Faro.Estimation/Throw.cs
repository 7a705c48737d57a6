// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Faro.Estimation;

/// <summary>Every contract a caller can break, each told with the value and what was allowed.</summary>
internal static class Throw
{
    public static void UnlessWithin(long value, long least, long most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(
                name,
                value,
                string.Create(CultureInfo.InvariantCulture, $"allowed is {least} to {most}")
            );
        }
    }

    public static void UnlessInside(double value, double above, double below, string name)
    {
        if (!(value > above && value < below))
        {
            throw new ArgumentOutOfRangeException(
                name,
                value,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"allowed is above {above}, below {below}"
                )
            );
        }
    }

    public static void UnlessNamedOnce(IReadOnlyList<string> names, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(names[i]))
            {
                throw new ArgumentException($"list {i + 1} has no name", name);
            }

            if (!seen.Add(names[i]))
            {
                throw new ArgumentException($"two lists are named {names[i]}", name);
            }
        }
    }

    public static void UnlessSameLists(
        IReadOnlyList<string> lists,
        IReadOnlyList<string> others,
        string name
    )
    {
        if (!lists.SequenceEqual(others, StringComparer.Ordinal))
        {
            throw new ArgumentException("the tables are not of the same lists", name);
        }
    }

    [DoesNotReturn]
    public static void UnknownList(string list, string name) =>
        throw new ArgumentException($"no list is named {list}, or it is paired with itself", name);

    [DoesNotReturn]
    public static void Bug(string what) =>
        throw new InvalidOperationException($"Bug in Faro: {what}");
}
