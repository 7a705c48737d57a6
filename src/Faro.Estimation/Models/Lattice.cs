// SPDX-License-Identifier: Apache-2.0
using System.Runtime.Intrinsics;

namespace Faro.Estimation.Models;

/// <summary>Sums over the lattice of subsets, in place.</summary>
internal static class Lattice
{
    /// <summary>Each cell becomes the sum over the cells that hold all its lists.</summary>
    public static void SumSupersets(Span<double> cells, int lists)
    {
        for (var half = 1; half < 1 << lists; half <<= 1)
        {
            for (var start = 0; start < cells.Length; start += half << 1)
            {
                Add(cells.Slice(start, half), cells.Slice(start + half, half));
            }
        }
    }

    /// <summary>Each cell becomes the sum over the cells whose lists it holds all.</summary>
    public static void SumSubsets(Span<double> cells, int lists)
    {
        for (var half = 1; half < 1 << lists; half <<= 1)
        {
            for (var start = 0; start < cells.Length; start += half << 1)
            {
                Add(cells.Slice(start + half, half), cells.Slice(start, half));
            }
        }
    }

    private static void Add(Span<double> to, ReadOnlySpan<double> from)
    {
        var i = 0;
        for (; i <= to.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            (Vector256.Create<double>(to[i..]) + Vector256.Create(from[i..])).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }
}
