// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Programme.Tests;

public sealed class CodeListTests
{
    private const string Head = """
        # source: a law
        # source: a standard
        # article old: LG 1
        # licence: Apache-2.0
        # retrieved: 2026-11-23
        code,es,en,htcds,ctdc,since,until,order

        """;

    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public void Values_come_in_their_order_whatever_the_rows()
    {
        var list = Read("b,Dos,Two,,,,,2\na,Uno,One,,,,,1\n");

        Assert.Equal(["a", "b"], list.Entries.Select(entry => entry.Code), StringComparer.Ordinal);
        Assert.Equal(["a law", "a standard"], list.Sources, StringComparer.Ordinal);
    }

    [Fact]
    public void A_value_is_offered_from_its_first_to_its_last_day()
    {
        var list = Read(
            "old,Antes,Before,,,,2026-11-22,1\nnow,Hoy,Today,,,2026-11-23,2026-11-23,2\nnew,Luego,Later,,,2026-11-24,,3\n"
        );

        Assert.Equal("now", list.Offered(Day).Single().Code);
        Assert.False(list.Accepts("old", Day));
        Assert.True(list.Accepts("old", Day.AddDays(-1)));
        Assert.True(list.Accepts("new", Day.AddDays(1)));
        Assert.True(list.Contains("old"));
        Assert.Equal("LG 1", list.Find("old")!.Article);
    }

    [Fact]
    public void A_code_twice_is_refused_with_its_row() =>
        Assert.Contains(
            "row 2",
            Assert
                .Throws<InvalidDataException>(() => Read("a,Uno,One,,,,,1\na,Dos,Two,,,,,2\n"))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_row_that_lacks_a_column_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Read("a,Uno,One,,,1\n"));

    [Fact]
    public void Other_columns_are_refused()
    {
        using var text = new StringReader("# retrieved: 2026-11-23\ncode,label\na,Uno\n");

        Assert.Throws<InvalidDataException>(() => CodeList.Read("x", text));
    }

    private static CodeList Read(string rows)
    {
        using var text = new StringReader(Head + rows);
        return CodeList.Read("x", text);
    }
}
