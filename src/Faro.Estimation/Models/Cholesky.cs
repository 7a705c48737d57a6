// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Models;

/// <summary>Solves with a symmetric positive definite matrix, of which only the lower triangle is read.</summary>
internal static class Cholesky
{
    /// <summary>Pivots below this share of their diagonal are rounding, not information.</summary>
    private const double Vanishing = 1e-14;

    /// <summary>Replaces the lower triangle by its factor.</summary>
    /// <returns>False when the matrix is not positive definite to rounding.</returns>
    public static bool Factor(Span<double> matrix, int order)
    {
        for (var row = 0; row < order; row++)
        {
            var current = matrix.Slice(row * order, row + 1);
            for (var column = 0; column < row; column++)
            {
                var other = matrix.Slice(column * order, column + 1);
                var sum = current[column];
                for (var k = 0; k < column; k++)
                {
                    sum -= current[k] * other[k];
                }

                current[column] = sum / other[column];
            }

            var pivot = current[row];
            for (var k = 0; k < row; k++)
            {
                pivot -= current[k] * current[k];
            }

            if (!(pivot > Vanishing * current[row]))
            {
                return false;
            }

            current[row] = Math.Sqrt(pivot);
        }

        return true;
    }

    /// <summary>Replaces the right side by the solution.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int order, Span<double> side)
    {
        for (var row = 0; row < order; row++)
        {
            var sum = side[row];
            for (var k = 0; k < row; k++)
            {
                sum -= factor[(row * order) + k] * side[k];
            }

            side[row] = sum / factor[(row * order) + row];
        }

        for (var row = order - 1; row >= 0; row--)
        {
            var sum = side[row];
            for (var k = row + 1; k < order; k++)
            {
                sum -= factor[(k * order) + row] * side[k];
            }

            side[row] = sum / factor[(row * order) + row];
        }
    }
}
