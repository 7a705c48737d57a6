// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Faro.Estimation;

namespace Faro.Cli;

/// <summary>An estimate as one JSON document, and as a table with the verdict in plain words.</summary>
internal static class EstimateText
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Json(EstimateResult result) =>
        JsonSerializer.Serialize(
            new
            {
                result.Observed,
                result.Lists,
                Models = result.Models.Select(m => new
                {
                    m.Name,
                    Interactions = m.Interactions.Select(p => new[] { p.First, p.Second }),
                    m.Estimate,
                    Interval = m.Interval is { } i ? new[] { i.Lower, i.Upper } : null,
                    m.Level,
                    m.Aic,
                    m.Bic,
                    Status = Kebab(m.Status.ToString()),
                    IntervalKind = m.Interval is { } kind ? Kebab(kind.Kind.ToString()) : null,
                }),
                result.Chosen,
                Verdict = Kebab(result.Verdict.Belief.ToString()),
                Warnings = result
                    .Warnings.Concat(result.Verdict.Reasons.Select(r => r.Notice))
                    .Select(n => new { n.Code, Text = Say(n) }),
                result.Seed,
                result.Version,
            },
            Names
        );

    public static string Plain(EstimateResult result, double level)
    {
        var text = new StringBuilder();
        Line(
            text,
            Words.Get("Estimate.Observed", result.Observed, string.Join(", ", result.Lists))
        );
        text.AppendLine();
        Table(
            text,
            [
                [
                    Words.Get("Estimate.Header.Model"),
                    Words.Get("Estimate.Header.Estimate"),
                    Words.Get("Estimate.Header.Interval", level),
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
        foreach (var warning in result.Warnings)
        {
            Line(text, $"- {Say(warning)}");
        }

        text.AppendLine();
        Line(text, Verdict(result.Verdict.Belief));
        foreach (var reason in result.Verdict.Reasons)
        {
            Line(text, $"- {Say(reason.Notice)}");
        }

        text.AppendLine();
        return text.Append(Words.Get("Estimate.Reproduce", result.Seed, result.Version)).ToString();
    }

    private static string[] Row(ModelEstimate model) =>
        [
            model.Name,
            model.Estimate is { } figure ? Number(figure, "N0") : Status(model.Status),
            model.Interval is { } interval
                ? $"{Number(interval.Lower, "N0")} – {Number(interval.Upper, "N0")}"
            : model.HasEstimate ? Status(model.Status)
            : "",
            model.Aic is { } aic ? Number(aic, "N2") : "",
            model.Bic is { } bic ? Number(bic, "N2") : "",
            string.Join(", ", model.Interactions.Select(p => $"{p.First}:{p.Second}")),
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

    private static string Say(Notice notice) => Words.Get(notice.Code, [.. notice.Values]);

    private static string Number(double value, string format) =>
        value.ToString(format, Words.Culture);

    private static string Status(ModelStatus status) =>
        status switch
        {
            ModelStatus.DoesNotExist => Words.Get("Estimate.Status.DoesNotExist"),
            ModelStatus.NotIdentifiable => Words.Get("Estimate.Status.NotIdentifiable"),
            ModelStatus.NotEstimable => Words.Get("Estimate.Status.NotEstimable"),
            ModelStatus.Diverged => Words.Get("Estimate.Status.Diverged"),
            ModelStatus.IntervalUnavailable => Words.Get("Estimate.Status.IntervalUnavailable"),
            ModelStatus.Estimated => "",
            _ => throw new InvalidOperationException($"Bug in Faro: status {status}"),
        };

    private static string Verdict(Belief belief) =>
        belief switch
        {
            Belief.Reasonable => Words.Get("Estimate.Belief.Reasonable"),
            Belief.Caution => Words.Get("Estimate.Belief.Caution"),
            Belief.DoNotPublish => Words.Get("Estimate.Belief.DoNotPublish"),
            _ => throw new InvalidOperationException($"Bug in Faro: belief {belief}"),
        };

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static void Line(StringBuilder text, string line) => text.Append(line).AppendLine();
}
