// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Xunit;

namespace Faro.Disclosure.Tests;

public sealed class LinkedTablesProperties
{
    private const int Top = 13;

    private static readonly Gen<DisclosureRule> SmallRule =
        from rounding in Gen.OneOf(
            Gen.Const(Rounding.None),
            Gen.Const(Rounding.Down(3)),
            Gen.Const(Rounding.Nearest(3))
        )
        from doubt in Gen.Long[2, 4]
        from zeros in Gen.Bool
        select new DisclosureRule
        {
            Minimum = 3,
            Rounding = rounding,
            Doubt = doubt,
            ShowZeros = zeros,
        };

    private static readonly Gen<Small> SmallCounts =
        from a in Gen.Long[0, 6]
        from b in Gen.Long[0, 6]
        from ab in Gen.Long[0, 6]
        from female in Gen.Long[0, a + b + ab]
        select new Small(a, b, ab, female, a + b + ab - female);

    private static readonly Gen<LinkedTables> AnyLists =
        from lists in Gen.Int[2, 5]
        from people in Gen.Frequency((2, Gen.Long[0, 12]), (1, Gen.Long[0, 90])).Array[
            (1 << lists) - 1
        ]
        from ages in Gen.Long[1, 9].Array[4]
        select OnLists(lists, people, ages);

    [Fact]
    public void Trying_every_table_finds_what_the_audit_finds_and_no_hidden_count() =>
        Gen.Select(SmallCounts, SmallRule)
            .Sample(
                (counts, rule) =>
                {
                    var tables = Publish.Tables(counts.Linked(), rule);
                    var possible = Possible(tables).ToList();
                    foreach (var (i, table) in tables.Index())
                    foreach (var deduction in table.Audit.Deductions)
                    {
                        var values = possible
                            .Select(each => each.Linked().Tables[i].Count(deduction.Codes))
                            .ToHashSet();
                        Assert.Equal(values.Min(), deduction.Least);
                        if (deduction.Most < Top)
                            Assert.Equal(values.Max(), deduction.Most);
                        Assert.True(values.Max() - values.Min() + 1 >= rule.Doubt);
                    }
                },
                iter: 60
            );

    [Fact]
    public void Lists_their_patterns_and_ages_never_betray_each_other() =>
        Gen.Select(
                AnyLists,
                Gen.OneOf(
                    Gen.Const(DisclosureRule.Public),
                    Gen.Const(DisclosureRule.Nearest5),
                    Gen.Const(DisclosureRule.Exact)
                )
            )
            .Sample(
                (linked, rule) =>
                {
                    var tables = Publish.Tables(linked, rule);
                    foreach (var (table, counts) in tables.Zip(linked.Tables))
                    {
                        Assert.True(table.Audit.Passes);
                        Assert.Equal(table.HiddenCount, table.Audit.Deductions.Count);
                        Assert.All(
                            table.Audit.Deductions,
                            d =>
                                Assert.InRange(
                                    counts.Count(d.Codes),
                                    d.Least,
                                    d.Most ?? long.MaxValue
                                )
                        );
                        Assert.All(
                            table.Cells.Where(cell => cell.Cell is Cell.Shown),
                            cell =>
                                Assert.Equal(
                                    rule.Rounding.Round(counts.Count(cell.Codes)),
                                    table.Public(cell.Codes)
                                )
                        );
                    }
                    // The grand total is one count wherever it stands.
                    Assert.Equal(tables[0].At("total"), tables[2].At("total"));
                },
                iter: 80
            );

    [Fact]
    public void Nothing_further_is_hidden_that_could_be_shown_again() =>
        AnyLists.Sample(
            linked =>
            {
                var tables = Publish.Tables(linked, DisclosureRule.Public);
                var hidden = (
                    from table in Enumerable.Range(0, tables.Count)
                    from cell in tables[table].Cells
                    where cell.Cell is Cell.Hidden && (table != 2 || cell.Codes is not ["total"])
                    select (
                        Cell: new TableCell(table, cell.Codes),
                        Primary: cell.Cell is Cell.Hidden { IsPrimary: true }
                    )
                ).ToList();
                foreach (var further in hidden.Where(each => !each.Primary))
                {
                    var without = hidden.Where(each => each != further).Select(each => each.Cell);
                    Assert.Contains(
                        Publish.Audit(linked, DisclosureRule.Public, without),
                        audit => !audit.Passes
                    );
                }
            },
            iter: 30
        );

    /// <summary>Every small set of counts that agrees with all that is published, found without any cleverness.</summary>
    private static IEnumerable<Small> Possible(IReadOnlyList<ProtectedTable> tables)
    {
        for (var a = 0; a <= Top; a++)
        for (var b = 0; b <= Top; b++)
        for (var ab = 0; ab <= Top; ab++)
        {
            if (!Agrees(tables[0], (["a"], a), (["b"], b), (["ab"], ab), (["total"], a + b + ab)))
                continue;
            if (!Agrees(tables[1], (["a"], a + ab), (["b"], b + ab)))
                continue;
            for (var female = 0; female <= a + b + ab; female++)
                if (Agrees(tables[2], (["female"], female), (["male"], a + b + ab - female)))
                    yield return new(a, b, ab, female, a + b + ab - female);
        }
    }

    private static bool Agrees(
        ProtectedTable table,
        params (IReadOnlyList<string> Codes, long Count)[] cells
    ) =>
        Array.TrueForAll(
            cells,
            cell =>
                table.At(cell.Codes) switch
                {
                    Cell.Shown { Count: 0 } => cell.Count == 0,
                    Cell.Shown { Count: var shown } => cell.Count >= table.Rule.Minimum
                        && table.Rule.Rounding.Round(cell.Count) == shown,
                    _ => true,
                }
        );

    private static LinkedTables OnLists(int lists, long[] people, long[] ages)
    {
        var histories = Enumerable.Range(1, people.Length).ToList();
        IEnumerable<int> On(int list) => histories.Where(history => (history >> list & 1) == 1);
        static string Name(int number) => $"n{number}";
        var total = people.Sum();
        // The last age takes whoever is left.
        long[] byAge = [.. ages.Select(each => total * each / 40)];
        byAge[^1] = total - byAge[..^1].Sum();
        var linked = LinkedTables
            .Of(
                CountTable.OneWay(Dimension.Flat("pattern", [.. histories.Select(Name)]), people),
                CountTable.OneWay(
                    Dimension.WithoutTotal("list", [.. Enumerable.Range(0, lists).Select(Name)]),
                    [
                        .. Enumerable
                            .Range(0, lists)
                            .Select(list => On(list).Sum(history => people[history - 1])),
                    ]
                ),
                CountTable.OneWay(
                    Dimension.Flat("age", [.. byAge.Select((_, i) => Name(i))]),
                    byAge
                )
            )
            .WithSame(new TableCell(0, "total"), new TableCell(2, "total"));
        for (var list = 0; list < lists; list++)
            linked = linked.WithSum(
                new TableCell(1, Name(list)),
                [.. On(list).Select(history => new TableCell(0, Name(history)))]
            );
        return linked;
    }

    private sealed record Small(long A, long B, long Ab, long Female, long Male)
    {
        public LinkedTables Linked()
        {
            var lists = LinkedTablesTests.OnLists(A, B, Ab);
            return LinkedTables
                .Of([
                    .. lists.Tables,
                    CountTable.OneWay(Dimension.Flat("sex", "female", "male"), Female, Male),
                ])
                .WithSum(new TableCell(1, "a"), new(0, "a"), new(0, "ab"))
                .WithSum(new TableCell(1, "b"), new(0, "b"), new(0, "ab"))
                .WithSame(new TableCell(0, "total"), new TableCell(2, "total"));
        }
    }
}
