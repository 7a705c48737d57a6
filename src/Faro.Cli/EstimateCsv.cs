// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Faro.Estimation;
using Faro.Programme.Exchange.Tables;

namespace Faro.Cli;

/// <summary>All figures of a call as one long table, one row each: for spreadsheets and other programs.</summary>
internal static class EstimateCsv
{
    private static readonly string[] Header =
    [
        "section",
        "name",
        "subject",
        "value",
        "observed",
        "outcome",
        "estimate",
        "lower",
        "upper",
        "aic",
        "bic",
        "admissible",
    ];

    public static string Of(EstimateReport report)
    {
        using var text = new StringWriter();
        using var csv = new CsvWriter(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }
        );
        Row(csv, Header);
        foreach (var (model, standing) in report.Result.Models.Zip(report.Result.Standings))
        {
            Row(
                csv,
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

        AddStrata(csv, report);
        foreach (var p in report.Sensitivity)
        {
            Row(
                csv,
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

        AddReality(csv, report);
        csv.Flush();
        return text.ToString();
    }

    private static void AddStrata(CsvWriter csv, EstimateReport report)
    {
        foreach (
            var part in report.Strata is { } strata
                ? (StratumEstimate[])[.. strata.Parts, strata.Total]
                : []
        )
        {
            Row(
                csv,
                part == report.Strata!.Total ? "strata-total" : "stratum",
                part.Name,
                "",
                part.Rate,
                part.Observed,
                part.Status,
                [part.Estimate, part.Lower, part.Upper, null, null],
                ""
            );
        }
    }

    private static void AddReality(CsvWriter csv, EstimateReport report)
    {
        foreach (var c in report.Consistency)
        {
            Row(
                csv,
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
                csv,
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
                csv,
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
        CsvWriter csv,
        string section,
        string name,
        string subject,
        double? value,
        long observed,
        ModelStatus status,
        double?[] figures,
        string admissible
    ) =>
        Row(
            csv,
            [
                section,
                name,
                subject,
                Number(value),
                observed.ToString(CultureInfo.InvariantCulture),
                EstimateJson.Kebab(status.ToString()),
                .. figures.Select(Number),
                admissible,
            ]
        );

    private static void Row(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells)
        {
            // A spreadsheet must never run what a list's name says.
            csv.WriteField(CellText.Neutral(cell));
        }

        csv.NextRecord();
    }

    private static string Number(double? value) =>
        value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
