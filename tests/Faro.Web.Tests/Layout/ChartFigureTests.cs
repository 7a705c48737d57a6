// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Layout;
using Xunit;

namespace Faro.Web.Tests.Layout;

public sealed class ChartFigureTests
{
    [Fact]
    public async Task A_chart_is_a_table_that_can_be_read_without_script()
    {
        var figure = await Rendered.PartAsync<ChartFigure>(Parameters());
        Assert.NotNull(figure.QuerySelector(".chart")!.GetAttribute("hidden"));
        var cells = figure.QuerySelectorAll("tbody td").Select(cell => cell.TextContent);
        Assert.Equal(["1,234.5", "menos de 10"], cells);
    }

    [Fact]
    public async Task Numbers_for_drawing_do_not_depend_on_the_language()
    {
        var figure = await Rendered.PartAsync<ChartFigure>(Parameters());
        var cells = figure.QuerySelectorAll("tbody td");
        Assert.Equal("1234.5", cells[0].GetAttribute("data-value"));
        Assert.True(string.IsNullOrEmpty(cells[1].GetAttribute("data-value")));
    }

    [Fact]
    public async Task Who_does_not_see_the_drawing_hears_what_it_shows()
    {
        var figure = await Rendered.PartAsync<ChartFigure>(Parameters());
        var drawing = figure.QuerySelector("[role=img]")!;
        Assert.Equal("Origen. La mayoría viene de Guatemala.", drawing.GetAttribute("aria-label"));
    }

    private static Dictionary<string, object?> Parameters() =>
        new(StringComparer.Ordinal)
        {
            [nameof(ChartFigure.Kind)] = "bar",
            [nameof(ChartFigure.Title)] = "Origen",
            [nameof(ChartFigure.Description)] = "La mayoría viene de Guatemala.",
            [nameof(ChartFigure.FirstColumn)] = "País",
            [nameof(ChartFigure.Columns)] = new[] { "Personas" },
            [nameof(ChartFigure.Rows)] = new ChartRow[]
            {
                new("Guatemala", [new ChartCell("1,234.5", 1234.5)]),
                new("Nicaragua", [new ChartCell("menos de 10", null)]),
            },
        };
}
