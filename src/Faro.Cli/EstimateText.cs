// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Estimation;

namespace Faro.Cli;

/// <summary>An estimate in plain words: the headline and its reasons first, then the methods, then the checks.</summary>
internal static class EstimateText
{
    public static string Of(EstimateReport report)
    {
        var result = report.Result;
        var text = new StringBuilder();
        Line(
            text,
            Words.Get("Estimate.Observed", result.Observed, string.Join(", ", result.Lists))
        );
        Headline(text, report);
        Table(
            text,
            [
                [
                    Words.Get("Estimate.Header.Model"),
                    Words.Get("Estimate.Header.Estimate"),
                    Words.Get("Estimate.Header.Interval", report.Level),
                    "AIC",
                    "BIC",
                    Words.Get("Estimate.Header.Dependent"),
                ],
                .. result.Models.Select(Row),
            ]
        );
        text.AppendLine();
        Line(
            text,
            result.Chosen is null
                ? Words.Get("Estimate.NoneChosen")
                : Words.Get("Estimate.Chosen", result.Chosen)
        );
        foreach (var standing in result.Standings.Where(s => s.Why is not null).Where(IsNews))
        {
            Line(text, Words.Get("Estimate.LeftOut", standing.Model, Say(standing.Why!)));
        }

        foreach (var warning in result.Warnings)
        {
            Line(text, $"- {Say(warning)}");
        }

        Checks(text, report);
        text.AppendLine();
        return text.Append(Words.Get("Estimate.Reproduce", result.Seed, result.Version)).ToString();
    }

    public static string Say(Notice notice) => Words.Get(notice.Code, [.. notice.Values]);

    private static string Status(ModelStatus status) =>
        status == ModelStatus.Estimated ? "" : Words.Get($"Estimate.Status.{status}");

    /// <summary>What a row of the table says by itself is not said again.</summary>
    private static bool IsNews(Standing standing) =>
        standing.Why!.Code
            is not (
                NoticeCodes.MethodNoFigure
                or NoticeCodes.MethodNoInterval
                or NoticeCodes.MethodTwoLists
            );

    private static void Headline(StringBuilder text, EstimateReport report)
    {
        text.AppendLine();
        var verdict = report.Verdict;
        var light = Words.Get($"Estimate.Light.{EstimateJson.LightOf(verdict.Belief)}");
        Line(text, $"{light}  {Words.Get($"Estimate.Belief.{verdict.Belief}")}");
        Line(
            text,
            verdict.CanBeBelieved && report.Result.Range is { } range
                ? Words.Get("Estimate.Range", range.Low, range.High)
                : Words.Get("Estimate.NoRange")
        );
        if (verdict.CanBeBelieved && report.Result.Disagreement is { } times)
        {
            Line(text, Words.Get("Estimate.Disagreement", times));
        }

        foreach (var reason in verdict.Reasons)
        {
            Line(text, $"- {Say(reason.Notice)}");
        }

        text.AppendLine();
    }

    private static void Checks(StringBuilder text, EstimateReport report)
    {
        if (report.Combined is { } combined)
        {
            text.AppendLine();
            Line(
                text,
                combined.Interval is { } interval
                    ? Words.Get(
                        "Estimate.Combined",
                        combined.Answered,
                        combined.Tables,
                        Number(combined.Estimate),
                        Number(interval.Lower),
                        Number(interval.Upper),
                        combined.LinkageShare!
                    )
                    : Words.Get("Estimate.CombinedNone", combined.Answered, combined.Tables)
            );
        }

        if (report.Strata is { } strata)
        {
            Strata(text, strata);
        }

        Reality(text, report);
        Sensitivity(text, report.Sensitivity);
    }

    private static void Strata(StringBuilder text, StrataEstimate strata)
    {
        text.AppendLine();
        var rates = strata.Parts.Any(part => part.Rate is not null);
        string[] Cells(StratumEstimate part, string name) =>
            [
                name,
                Number(part.Observed),
                part.Estimate is null ? Status(part.Status) : Number(part.Estimate),
                part.Lower is null ? "" : $"{Number(part.Lower)} – {Number(part.Upper)}",
                !rates || part.Rate is null
                    ? ""
                    : $"{Rate(part.Rate)} ({Rate(part.RateLower)} – {Rate(part.RateUpper)})",
            ];
        Table(
            text,
            [
                [
                    Words.Get("Estimate.Strata.Part"),
                    Words.Get("Estimate.Strata.Observed"),
                    Words.Get("Estimate.Header.Estimate"),
                    Words.Get("Estimate.Strata.Interval"),
                    rates ? Words.Get("Estimate.Strata.Rate") : "",
                ],
                .. strata.Parts.Select(part => Cells(part, part.Name)),
                Cells(strata.Total, Words.Get("Estimate.Strata.Total")),
            ]
        );
        Line(text, Words.Get("Estimate.Strata.Sum"));
    }

    private static string Rate(double? value) => value?.ToString("N1", Words.Culture) ?? "–";

    private static void Reality(StringBuilder text, EstimateReport report)
    {
        if (report.Consistency.Count > 0)
        {
            text.AppendLine();
            Line(text, Words.Get("Estimate.Consistency"));
            foreach (var c in report.Consistency)
            {
                Line(
                    text,
                    Words.Get(
                        "Estimate.ConsistencyRow",
                        c.List,
                        c.Known,
                        c.Estimate is null ? Status(c.Status) : Number(c.Estimate),
                        Number(c.Lower),
                        Number(c.Upper)
                    )
                );
            }
        }

        if (report.Coverage.Count > 0)
        {
            text.AppendLine();
            Line(text, Words.Get("Estimate.CoverageHeader"));
            foreach (var c in report.Coverage)
            {
                Line(
                    text,
                    Words.Get(
                        "Estimate.CoverageRow",
                        Words.Get($"Estimate.Truth.{c.Truth}"),
                        c.Share,
                        c.Simulations,
                        c.Level,
                        c.MedianRatio ?? double.NaN
                    )
                );
            }
        }
    }

    private static void Sensitivity(StringBuilder text, IReadOnlyList<SensitivityPoint> points)
    {
        if (points.Count == 0)
        {
            return;
        }

        text.AppendLine();
        Line(text, Words.Get("Estimate.AsItIs", Number(points[0].Estimate)));
        foreach (var check in points.Skip(1).GroupBy(p => p.Check))
        {
            double[] figures = [.. check.Select(p => p.Estimate).OfType<double>()];
            Line(
                text,
                Words.Get(
                    "Estimate.CheckRow",
                    Words.Get($"Estimate.Check.{check.Key}"),
                    Number(figures.Length == 0 ? null : figures.Min()),
                    Number(figures.Length == 0 ? null : figures.Max()),
                    check.Count(),
                    check.Count(p => p.Estimate is null)
                )
            );
        }
    }

    private static string[] Row(ModelEstimate model) =>
        [
            model.Name,
            model.Estimate is null ? Status(model.Status) : Number(model.Estimate),
            model.Interval is { } interval ? $"{Number(interval.Lower)} – {Number(interval.Upper)}"
            : model.HasEstimate ? Status(model.Status)
            : "",
            model.Aic is { } aic ? aic.ToString("N2", Words.Culture) : "",
            model.Bic is { } bic ? bic.ToString("N2", Words.Culture) : "",
            string.Join(
                ", ",
                model
                    .Interactions.Select(p => $"{p.First}:{p.Second}")
                    .Concat(model.HigherTerms.Select(t => string.Join(':', t)))
            ),
        ];

    private static void Table(StringBuilder text, string[][] rows)
    {
        var widths = Enumerable
            .Range(0, rows[0].Length)
            .Select(i => rows.Max(r => r[i].Length))
            .ToArray();
        foreach (var row in rows)
        {
            // Names to the left, numbers to the right, the last column as long as it is.
            var cells = row.Select(
                (cell, i) =>
                    i == 0 ? cell.PadRight(widths[i])
                    : i == row.Length - 1 ? cell
                    : cell.PadLeft(widths[i])
            );
            Line(text, string.Join("  ", cells).TrimEnd());
        }
    }

    private static string Number(double? value) => value?.ToString("N0", Words.Culture) ?? "–";

    private static void Line(StringBuilder text, string line) => text.Append(line).AppendLine();
}
