// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Noise;

namespace Faro.Disclosure;

/// <summary>Rounds a two-way table so that rounded cells still add up to rounded sums, and on average to the true ones.</summary>
public static class ControlledRounding
{
    /// <summary>Rounds every cell and sum to one of its two neighbouring multiples.</summary>
    /// <param name="counts">Persons by row and column, without sums; ≥ 0.</param>
    /// <param name="to">What results are multiples of; ≥ 1.</param>
    /// <returns>One row and one column more than the counts: the last ones are sums.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A base under 1 or a negative count.</exception>
    /// <remarks>Unbiased, and what is a multiple already stays (Cox 1987, A constructive procedure for unbiased controlled
    /// rounding). By itself no protection against somebody who compares two editions. Cost: O(cells²) at worst.</remarks>
    public static long[,] Round(long[,] counts, long to) => Round(counts, to, new SecureBits());

    internal static long[,] Round(long[,] counts, long to, BitSource bits)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 1);
        if (counts.Cast<long>().Any(count => count < 0))
            throw new ArgumentOutOfRangeException(nameof(counts), "A count is negative.");
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        // Sums stand with the opposite sign, so that every row and every column adds up to nothing.
        var cells = new long[rows + 1, columns + 1];
        for (var row = 0; row < rows; row++)
        for (var column = 0; column < columns; column++)
        {
            cells[row, column] = counts[row, column];
            cells[rows, column] -= counts[row, column];
            cells[row, columns] -= counts[row, column];
            cells[rows, columns] += counts[row, column];
        }
        for (var row = 0; row <= rows; row++)
        for (var column = 0; column <= columns; column++)
            while (Modulo(cells[row, column], to) != 0)
                Turn(cells, Circle(cells, to, row, column), to, bits);
        for (var row = 0; row < rows; row++)
            cells[row, columns] = -cells[row, columns];
        for (var column = 0; column < columns; column++)
            cells[rows, column] = -cells[rows, column];
        return cells;
    }

    private static long Modulo(long value, long to) => ((value % to) + to) % to;

    /// <summary>Cells that are no multiples, each in the row or in the column of the one before by turns.</summary>
    private static List<(int Row, int Column)> Circle(long[,] cells, long to, int row, int column)
    {
        var path = new List<(int Row, int Column)> { (row, column) };
        while (true)
        {
            // Where one is no multiple another in its row, and another in its column, is none either.
            var inRow = path.Count % 2 == 1;
            var (r, c) = path[^1];
            var length = cells.GetLength(inRow ? 1 : 0);
            var next = Enumerable
                .Range(0, length)
                .Select(i => inRow ? (Row: r, Column: i) : (Row: i, Column: c))
                .First(cell => cell != (r, c) && Modulo(cells[cell.Row, cell.Column], to) != 0);
            // The circle closes at the first cell that stands in the same line, entered the other way.
            for (var start = path.Count - 1; start >= 0; start--)
            {
                var closes = inRow
                    ? path[start].Column == next.Column
                    : path[start].Row == next.Row;
                if (closes && (path.Count - start) % 2 == 1 && path.Count - start >= 3)
                {
                    path.Add(next);
                    return path[start..];
                }
            }
            path.Add(next);
        }
    }

    private static void Turn(
        long[,] cells,
        List<(int Row, int Column)> circle,
        long to,
        BitSource bits
    )
    {
        var (up, down) = (long.MaxValue, long.MaxValue);
        foreach (var (place, (row, column)) in circle.Index())
        {
            var over = Modulo(cells[row, column], to);
            var (rise, fall) = place % 2 == 0 ? (to - over, over) : (over, to - over);
            (up, down) = (Math.Min(up, rise), Math.Min(down, fall));
        }
        // Up by u with chance d/(u + d), down by d otherwise: nothing changes on average.
        var isUp = bits.Below((ulong)(up + down)) < (ulong)down;
        var move = isUp ? up : -down;
        foreach (var (place, (row, column)) in circle.Index())
            cells[row, column] += place % 2 == 0 ? move : -move;
    }
}
