// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Xunit;

namespace Faro.Disclosure.Tests.Pages;

public sealed class MagnitudeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true, 5, 5, 5)]
    [InlineData(true, 1000, 100, 9, 9, 9, 9, 9, 9, 9, 9)]
    [InlineData(true, 1000, 9, 9, 9, 9, 9, 9, 9, 9, 9)]
    [InlineData(false, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)]
    public void An_amount_is_unsafe_when_it_tells_that_of_one_person(
        bool unsafely,
        params int[] amounts
    ) =>
        Assert.Equal(
            unsafely,
            MagnitudeRule.Usual.IsUnsafe([.. amounts.Select(each => (long)each)])
        );

    [Fact]
    public void No_hidden_amount_can_be_worked_out_to_within_the_percentage() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.OneOf(Gen.Long[0, 30], Gen.Long[200, 900]))
            .Array[20, 120]
            .Sample(
                persons =>
                {
                    var rows = Dimension.Flat("row", "r0", "r1", "r2", "r3");
                    var columns = Dimension.Flat("column", "c0", "c1", "c2");
                    var cells = persons
                        .Select(each => new CellCount(
                            [$"r{each.Item1}", $"c{each.Item2}"],
                            each.Item3
                        ))
                        .ToList();
                    var table = PublishMagnitudes.Table(
                        [rows, columns],
                        cells,
                        MagnitudeRule.Usual
                    );
                    Assert.True(table.Audit.Passes);
                    foreach (var (codes, cell) in table.Cells)
                    {
                        long[] amounts =
                        [
                            .. cells
                                .Where(each =>
                                    codes
                                        .Zip(each.Codes)
                                        .All(pair =>
                                            pair.First is Dimension.TotalCode
                                            || pair.First == pair.Second
                                        )
                                )
                                .Select(each => each.Count),
                        ];
                        if (cell is Cell.Shown shown)
                        {
                            Assert.Equal(amounts.Sum(), shown.Count);
                            Assert.False(MagnitudeRule.Usual.IsUnsafe(amounts));
                        }
                    }
                },
                iter: 40
            );

    [Fact]
    public void A_rule_that_protects_nobody_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            PublishMagnitudes.Table(
                [Dimension.Flat("row", "r")],
                [],
                new MagnitudeRule { MinimumPersons = 1 }
            )
        );
}
