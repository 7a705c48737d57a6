// SPDX-License-Identifier: Apache-2.0
using System.Runtime.Intrinsics;

namespace Faro.Estimation.Numerics;

/// <summary>Exponentials of many numbers at once.</summary>
internal static class Exponentials
{
    /// <summary>Replaces each value by exp(value + shift); a shift of −∞ gives 0.</summary>
    /// <remarks>One code path for every machine and every length: the last cells are padded, not computed by another
    /// function, so that equal inputs give equal bytes.</remarks>
    public static void Of(Span<double> values, ReadOnlySpan<double> shifts)
    {
        var i = 0;
        for (; i <= values.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256
                .Exp(Vector256.Create<double>(values[i..]) + Vector256.Create(shifts[i..]))
                .CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] = Vector256.Exp(Vector256.Create(values[i] + shifts[i])).ToScalar();
        }
    }
}
