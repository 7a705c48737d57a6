// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Xunit;

namespace Faro.Disclosure.Tests;

public sealed class PublishProperties
{
    private static readonly Gen<Rounding> AnyRounding = Gen.OneOf(
        Gen.Const(Rounding.None),
        Gen.Const(Rounding.Down(3)),
        Gen.Const(Rounding.Nearest(3))
    );

    private static readonly Gen<DisclosureRule> SmallRule =
        from rounding in AnyRounding
        from doubt in Gen.Long[2, 4]
        from zeros in Gen.Bool
        from groups in Gen.Bool
        select new DisclosureRule
        {
            Minimum = 3,
            Rounding = rounding,
            Doubt = doubt,
            ShowZeros = zeros,
            HideWholeGroups = groups,
        };

    private static readonly Gen<CountTable> SmallTable =
        from a in Gen.Long[0, 7]
        from b in Gen.Long[0, 7]
        from c in Gen.Long[0, 4]
        from d in Gen.Long[0, 7]
        from rowTotal in Gen.Bool
        from columnTotal in Gen.Bool
        select CountTable.TwoWay(
            rowTotal
                ? Dimension.Flat("row", "r1", "r2")
                : Dimension.WithoutTotal("row", "r1", "r2"),
            columnTotal
                ? Dimension.Flat("column", "c1", "c2")
                : Dimension.WithoutTotal("column", "c1", "c2"),
            new[,]
            {
                { a, b },
                { c, d },
            }
        );

    private static readonly Gen<CountTable> SmallTree =
        from counts in Gen.Long[0, 5].Array[6]
        select Table(3, 2, counts, ["r1", "r2"]);

    private static readonly Gen<CountTable> AnyTable =
        from rows in Gen.Int[1, 7]
        from columns in Gen.Int[1, 7]
        from counts in Gen.OneOf(Gen.Long[0, 15], Gen.Long[0, 200]).Array[rows * columns]
        from tree in Gen.Bool
        select Table(rows, columns, counts, tree ? [.. RowCodes(rows / 2)] : []);

    private static readonly Gen<DisclosureRule> AnyRule =
        from rule in Gen.OneOf(
            Gen.Const(DisclosureRule.Public),
            Gen.Const(DisclosureRule.Nearest5),
            Gen.Const(DisclosureRule.Exact)
        )
        from zeros in Gen.Bool
        from groups in Gen.Bool
        select rule with
        {
            ShowZeros = zeros,
            HideWholeGroups = groups,
        };

    [Fact]
    public void Bounds_are_those_found_by_trying_every_table() =>
        Gen.Select(SmallTable, SmallRule).Sample((t, r) => AgreesWithTrying(t, r, 17), iter: 100);

    [Fact]
    public void Bounds_with_a_hierarchy_are_those_found_by_trying_too() =>
        Gen.Select(SmallTree, SmallRule).Sample((t, r) => AgreesWithTrying(t, r, 12), iter: 100);

    [Fact]
    public void No_hidden_count_is_left_in_too_little_doubt() =>
        Gen.Select(AnyTable, AnyRule)
            .Sample(
                (table, rule) =>
                {
                    var published = Publish.Table(table, rule);
                    Assert.True(published.Audit.Passes);
                    Assert.Equal(published.HiddenCount, published.Audit.Deductions.Count);
                    Assert.All(
                        published.Audit.Deductions,
                        d => Assert.InRange(table.Count(d.Codes), d.Least, d.Most ?? long.MaxValue)
                    );
                },
                iter: 300
            );

    [Fact]
    public void Every_shown_count_is_a_multiple_and_not_under_the_minimum() =>
        Gen.Select(AnyTable, AnyRule)
            .Sample(
                (table, rule) =>
                {
                    foreach (var (codes, cell) in Publish.Table(table, rule).Cells)
                    {
                        if (cell is not Cell.Shown { Count: var count })
                            continue;
                        Assert.Equal(0, count % rule.Rounding.To);
                        Assert.Equal(rule.Rounding.Round(table.Count(codes)), count);
                        Assert.True(count >= rule.Minimum || (count == 0 && rule.ShowZeros));
                    }
                },
                iter: 300
            );

    [Fact]
    public void Nothing_is_hidden_that_could_be_shown_again() =>
        Gen.Select(AnyTable, AnyRule)
            .Sample(
                (table, rule) =>
                {
                    var cells = Publish.Table(table, rule).Cells.ToList();
                    var hidden = cells.Where(c => c.Cell is Cell.Hidden).Select(c => c.Codes);
                    foreach (
                        var (codes, _) in cells.Where(c =>
                            c.Cell is Cell.Hidden { IsPrimary: false }
                        )
                    )
                    {
                        var without = hidden.Where(other =>
                            !other.SequenceEqual(codes, StringComparer.Ordinal)
                        );
                        Assert.False(Publish.Audit(table, rule, without).Passes);
                    }
                },
                iter: 60
            );

    private static IEnumerable<string> RowCodes(int rows) =>
        Enumerable.Range(1, rows).Select(i => $"r{i}");

    private static CountTable Table(int rows, int columns, long[] counts, string[] grouped)
    {
        var rowCodes = RowCodes(rows).ToList();
        var columnCodes = Enumerable.Range(1, columns).Select(i => $"c{i}").ToList();
        var parents = grouped.ToDictionary(code => code, _ => "group", StringComparer.Ordinal);
        var row =
            grouped.Length == 0
                ? Dimension.Flat("row", rowCodes)
                : Dimension.Hierarchy("row", [.. rowCodes, "group"], parents);
        var cells = counts.Select(
            (count, i) => new CellCount([rowCodes[i / columns], columnCodes[i % columns]], count)
        );
        return CountTable.Of([row, Dimension.Flat("column", columnCodes)], cells);
    }

    /// <summary>Compares the audit's bounds with those over every table that a reader must hold possible.</summary>
    private static void AgreesWithTrying(CountTable table, DisclosureRule rule, int top)
    {
        var published = Publish.Table(table, rule);
        var tried = new TriedTables(published, top);
        foreach (var deduction in published.Audit.Deductions)
        {
            var values = tried.ValuesOf(deduction.Codes);
            Assert.Equal(deduction.Least, values.Min());
            if (deduction.Most <= top)
                Assert.Equal(deduction.Most, values.Max());
            Assert.True(values.Count >= rule.Doubt);
        }
    }
}
