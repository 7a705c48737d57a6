// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Sources;

namespace Faro.Programme.Studies.Steps;

/// <summary>The context series of a source: public numbers, shown as they are.</summary>
internal static class ContextSeries
{
    public static IReadOnlyList<SeriesFigure> Of(StepSource source)
    {
        var columns = source.Mapping.Columns.ToList();
        string Cell(SourceLine line, string role) =>
            columns.FindIndex(column => column.Role == role) is >= 0 and var place
                ? line.Cells[place]
                : "";

        return
        [
            .. source
                .Rows()
                .Where(line => Cell(line, SourceRoles.Value).Length > 0)
                .GroupBy(line =>
                    (
                        Indicator: Cell(line, SourceRoles.Indicator),
                        Unit: Cell(line, SourceRoles.Unit),
                        Place: Cell(line, SourceRoles.Place)
                    )
                )
                .Select(group => new SeriesFigure(
                    source.Number,
                    source.Name,
                    group.Key.Indicator,
                    group.Key.Unit,
                    group.Key.Place,
                    [
                        .. group
                            .Select(line => new SeriesPoint(
                                Cell(line, SourceRoles.Period),
                                Value(Cell(line, SourceRoles.Value))
                            ))
                            .OrderBy(point => point.Period, StringComparer.Ordinal),
                    ]
                )),
        ];
    }

    private static decimal Value(string cell) =>
        RowRules.TryNumber(cell, out var value)
            ? value
            : throw new InvalidOperationException("Bug in Faro: a checked value is no number");
}
