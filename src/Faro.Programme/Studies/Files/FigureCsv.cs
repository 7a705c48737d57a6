// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using CsvHelper;
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Files;

/// <summary>A figure as CSV, for other people's programs: codes, no words; a hidden count is an empty cell.</summary>
public static class FigureCsv
{
    public static void Write(TextWriter text, FigureData figure)
    {
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var row in Rows(figure))
        {
            foreach (var cell in row)
            {
                // A spreadsheet must never run what a list's name says.
                csv.WriteField(
                    CellText.Neutral(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")
                );
            }

            csv.NextRecord();
        }
    }

    private static IEnumerable<object?[]> Rows(FigureData figure) =>
        figure switch
        {
            SourcesFigure sources => Rows(sources),
            SamePersonFigure people => Rows(people),
            ListsFigure lists => Rows(lists),
            EstimateFigure estimate => Rows(estimate),
            SensitivityFigure sensitivity => Rows(sensitivity),
            RealityFigure reality => Rows(reality),
            ProfileFigure profile =>
            [
                [profile.Group, "count", "percent"],
                .. profile.Rows.Select(row => (object?[])[row.Code, row.Count, row.Percent]),
            ],
            SeriesFigure series =>
            [
                ["indicator", "place", "unit", "period", "value"],
                .. series.Points.Select(point =>
                    (object?[])
                        [series.Indicator, series.Place, series.Unit, point.Period, point.Value]
                ),
            ],
            _ => throw new InvalidOperationException("Bug in Faro: a figure without columns"),
        };

    private static IEnumerable<object?[]> Rows(SourcesFigure sources) =>
        [
            [
                "number",
                "kind",
                "name",
                "origin",
                "retrieved",
                "licence",
                "citation",
                "records",
                "sha256",
            ],
            .. sources.Rows.Select(row =>
                (object?[])
                    [
                        row.Number,
                        row.Kind,
                        row.Name,
                        row.Origin,
                        row.RetrievedOn.ToString("O", CultureInfo.InvariantCulture),
                        row.Licence,
                        row.Citation,
                        row.Records,
                        row.FileHash,
                    ]
            ),
        ];

    private static IEnumerable<object?[]> Rows(SamePersonFigure people) =>
        [
            ["what", "list", "second_list", "people"],
            ["records", "", "", people.Records],
            ["people", "", "", people.People],
            .. people.Lists.Select(list => (object?[])["list", list.List, "", list.People]),
            .. people.Lists.Select(list => (object?[])["repeats", list.List, "", list.Repeats]),
            .. people.Links.Select(link =>
                (object?[])["link", link.First, link.Second, link.People]
            ),
        ];

    private static IEnumerable<object?[]> Rows(ListsFigure lists) =>
        [
            [.. lists.Lists.Select(list => list.List), "count"],
            .. lists.Patterns.Select(pattern =>
                (object?[])
                    [
                        .. Enumerable
                            .Range(0, lists.Lists.Count)
                            .Select(list => (object)(pattern.On.Contains(list) ? 1 : 0)),
                        pattern.People,
                    ]
            ),
        ];

    private static IEnumerable<object?[]> Rows(EstimateFigure estimate) =>
        [
            ["model", "status", "estimate", "lower", "upper", "level", "belief", "out"],
            .. estimate.Models.Count == 0
                ? [(object?[])["", "", null, null, null, estimate.Level, estimate.Belief]]
                : estimate.Models.Select(model =>
                    (object?[])
                        [
                            model.Name,
                            model.Status,
                            model.Estimate,
                            model.Lower,
                            model.Upper,
                            estimate.Level,
                            estimate.Belief,
                            model.Why?.Code,
                        ]
                ),
        ];

    private static IEnumerable<object?[]> Rows(SensitivityFigure sensitivity) =>
        [
            ["check", "subject", "value", "status", "estimate", "lower", "upper"],
            .. sensitivity.Rows.Select(row =>
                (object?[])
                    [
                        row.Check,
                        string.Join(" + ", row.Subject),
                        row.Value,
                        row.Status,
                        row.Estimate,
                        row.Lower,
                        row.Upper,
                    ]
            ),
        ];

    private static IEnumerable<object?[]> Rows(RealityFigure reality) =>
        [
            ["check", "subject", "known", "holds", "estimate", "lower", "upper"],
            .. reality.Sizes.Select(row =>
                (object?[])["list", row.List, row.Known, row.Holds, null, row.Lower, row.Upper]
            ),
            .. reality.Coverage.Select(row =>
                (object?[])
                    [
                        "coverage",
                        row.PeopleDiffer ? "people-differ" : "fitted",
                        row.Promised,
                        !row.TooLow,
                        row.Held,
                        null,
                        null,
                    ]
            ),
            .. reality.Trajectory.Select(row =>
                (object?[])["trajectory", row.Share, null, null, row.Estimate, null, null]
            ),
        ];
}
