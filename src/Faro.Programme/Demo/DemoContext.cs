// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Indicators;

namespace Faro.Programme.Demo;

/// <summary>The context series of the story: real figures with their sources, and those that nobody has checked.</summary>
public sealed class DemoContext(RegisterSeries register, SetValues setValues)
{
    internal async Task MakeAsync(CancellationToken cancellation)
    {
        foreach (var row in DemoFiles.Rows("series"))
        {
            var id = await register
                .RunAsync(
                    Actor.System,
                    new SeriesAnswers(
                        row["code"],
                        row["es"],
                        row["en"],
                        row["unit"],
                        row["territory"],
                        row["source"],
                        row["url"],
                        "",
                        DataRows.Day(row["retrieved"]),
                        row["notes"]
                    ),
                    cancellation
                )
                .DoneAsync();
            await setValues
                .RunAsync(
                    Actor.System,
                    new SetValuesInput(id, null, [.. row["figures"].Split(' ').Select(Figure)]),
                    cancellation
                )
                .DoneAsync();
        }
    }

    /// <summary>As in <c>2010=255681:verified</c>.</summary>
    private static SeriesFigure Figure(string text)
    {
        var parts = text.Split('=', ':');
        return new SeriesFigure(
            parts[0],
            decimal.Parse(parts[1], CultureInfo.InvariantCulture),
            parts[2]
        );
    }
}
