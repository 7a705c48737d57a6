// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Estimation;

namespace Faro.Cli;

/// <summary>All figures of a call as one long table, one row each: for spreadsheets and other programs.</summary>
internal static class EstimateCsv
{
    private const string Header =
        "section,name,subject,value,observed,outcome,estimate,lower,upper,aic,bic,admissible";

    public static string Of(EstimateReport report)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var (model, standing) in report.Result.Models.Zip(report.Result.Standings))
        {
            Row(
                text,
                "model",
                model.Name,
                string.Join(' ', model.Interactions.Select(p => $"{p.First}:{p.Second}")),
                value: null,
                report.Result.Observed,
                model.Status,
                [
                    model.Estimate,
                    model.Interval?.Lower,
                    model.Interval?.Upper,
                    model.Aic,
                    model.Bic,
                ],
                standing.Admissible ? "1" : "0"
            );
        }

        foreach (var p in report.Sensitivity)
        {
            Row(
                text,
                "sensitivity",
                EstimateJson.Kebab(p.Check.ToString()),
                string.Join('+', p.Subject),
                p.Value,
                p.Observed,
                p.Status,
                [p.Estimate, p.Lower, p.Upper, null, null],
                ""
            );
        }

        AddReality(text, report);
        return text.ToString();
    }

    private static void AddReality(StringBuilder text, EstimateReport report)
    {
        foreach (var c in report.Consistency)
        {
            Row(
                text,
                "consistency",
                c.List,
                "",
                c.Known,
                c.SeenElsewhere,
                c.Status,
                [c.Estimate, c.Lower, c.Upper, null, null],
                ""
            );
        }

        foreach (var c in report.Coverage)
        {
            Row(
                text,
                "coverage",
                EstimateJson.Kebab(c.Truth.ToString()),
                "",
                c.Share,
                c.Simulations,
                ModelStatus.Estimated,
                [c.Total, null, null, null, null],
                ""
            );
        }

        foreach (var t in report.Trajectory)
        {
            Row(
                text,
                "trajectory",
                "",
                "",
                t.Share,
                t.Observed,
                t.Status,
                [t.Estimate, null, null, null, null],
                ""
            );
        }
    }

    private static void Row(
        StringBuilder text,
        string section,
        string name,
        string subject,
        double? value,
        long observed,
        ModelStatus status,
        double?[] figures,
        string admissible
    )
    {
        string[] cells =
        [
            section,
            Quoted(name),
            Quoted(subject),
            Number(value),
            observed.ToString(CultureInfo.InvariantCulture),
            EstimateJson.Kebab(status.ToString()),
            .. figures.Select(Number),
            admissible,
        ];
        text.AppendJoin(',', cells).Append('\n');
    }

    private static string Number(double? value) =>
        value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? cell
            : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
