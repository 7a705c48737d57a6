// SPDX-License-Identifier: Apache-2.0
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
                for (var cell = start; cell < start + half; cell++)
                {
                    cells[cell] += cells[cell + half];
                }
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
                for (var cell = start; cell < start + half; cell++)
                {
                    cells[cell + half] += cells[cell];
                }
            }
        }
    }
}
