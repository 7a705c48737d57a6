// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Disclosure.Tests.Noise;
using Xunit;

namespace Faro.Disclosure.Tests.Pages;

public sealed class ControlledRoundingTests
{
    [Fact]
    public void Rounded_cells_add_up_and_are_neighbouring_multiples() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 6], Gen.Long[1, 10], Gen.ULong)
            .SelectMany(
                (rows, columns, to, seed) =>
                    Gen.Long[0, 60]
                        .Array[rows * columns]
                        .Select(counts => (rows, columns, to, seed, counts))
            )
            .Sample(
                tried =>
                {
                    var (rows, columns, to, seed, counts) = tried;
                    var table = new long[rows, columns];
                    for (var i = 0; i < counts.Length; i++)
                        table[i / columns, i % columns] = counts[i];
                    var rounded = ControlledRounding.Round(table, to, new SeededBits(seed));
                    for (var row = 0; row <= rows; row++)
                    for (var column = 0; column <= columns; column++)
                    {
                        var truth = Sum(table, row, column);
                        Assert.Equal(0, rounded[row, column] % to);
                        Assert.InRange(rounded[row, column] - truth, 1 - to, to - 1);
                        Assert.Equal(Sum(rounded, row, column, 1), rounded[row, column]);
                    }
                },
                iter: 300
            );

    [Fact]
    public void On_average_nothing_changes()
    {
        var table = new long[,]
        {
            { 1, 7, 3 },
            { 4, 4, 9 },
        };
        var bits = new SeededBits(3);
        var sums = new double[2, 3];
        for (var i = 0; i < 20_000; i++)
        {
            var rounded = ControlledRounding.Round(table, 5, bits);
            for (var cell = 0; cell < 6; cell++)
                sums[cell / 3, cell % 3] += rounded[cell / 3, cell % 3] / 20_000.0;
        }
        for (var cell = 0; cell < 6; cell++)
            Assert.Equal(table[cell / 3, cell % 3], sums[cell / 3, cell % 3], 0.1);
    }

    private static long Sum(long[,] table, int row, int column, int extra = 0)
    {
        var (rows, columns) = (table.GetLength(0) - extra, table.GetLength(1) - extra);
        long sum = 0;
        for (var r = 0; r < rows; r++)
        for (var c = 0; c < columns; c++)
            if ((row == rows || r == row) && (column == columns || c == column))
                sum += table[r, c];
        return sum;
    }
}
