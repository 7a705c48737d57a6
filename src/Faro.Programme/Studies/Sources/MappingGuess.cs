// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage;

namespace Faro.Programme.Studies.Sources;

/// <summary>What the columns of a file most likely are, from their headers.</summary>
public static class MappingGuess
{
    private static readonly Dictionary<string, string> SeriesHeaders = new(StringComparer.Ordinal)
    {
        ["indicator"] = SourceRoles.Indicator,
        ["indicador"] = SourceRoles.Indicator,
        ["serie"] = SourceRoles.Indicator,
        ["series"] = SourceRoles.Indicator,
        ["period"] = SourceRoles.Period,
        ["periodo"] = SourceRoles.Period,
        ["year"] = SourceRoles.Period,
        ["ano"] = SourceRoles.Period,
        ["anio"] = SourceRoles.Period,
        ["date"] = SourceRoles.Period,
        ["fecha"] = SourceRoles.Period,
        ["value"] = SourceRoles.Value,
        ["valor"] = SourceRoles.Value,
        ["unit"] = SourceRoles.Unit,
        ["unidad"] = SourceRoles.Unit,
        ["place"] = SourceRoles.Place,
        ["lugar"] = SourceRoles.Place,
        ["territory"] = SourceRoles.Place,
        ["territorio"] = SourceRoles.Place,
    };

    private static readonly string[] CountHeaders =
    [
        "count",
        "conteo",
        "personas",
        "people",
        "n",
        "freq",
        "frecuencia",
        "total",
    ];

    /// <param name="kind">One of <see cref="SourceKinds"/>.</param>
    /// <param name="headers">As written.</param>
    /// <param name="sheet">Of a workbook, from 1.</param>
    public static SourceMapping Of(string kind, IReadOnlyList<string> headers, int sheet = 1)
    {
        var columns = headers
            .Select((header, i) => new MappedColumn(i + 1, SourceRoles.Ignored, header))
            .ToList();
        return new SourceMapping(
            kind switch
            {
                SourceKinds.PersonList => [.. People(headers, columns)],
                SourceKinds.OverlapTable => [.. columns.Select(Overlap)],
                SourceKinds.Microdata => [.. MicrodataHeaders.Guess(columns)],
                SourceKinds.Series => [.. columns.Select(Series)],
                _ => columns,
            },
            sheet
        );
    }

    private static IEnumerable<MappedColumn> People(
        IReadOnlyList<string> headers,
        List<MappedColumn> columns
    ) =>
        SchemaGuess
            .Of(headers)
            .Columns.Zip(
                columns,
                (guess, column) =>
                    column with
                    {
                        Role =
                            guess.Role == ColumnRole.Source
                                ? SourceRoles.Ignored
                                : SchemaGuess.NameOf(guess.Role),
                    }
            );

    private static MappedColumn Overlap(MappedColumn column) =>
        column with
        {
            Role = CountHeaders.Contains(HeaderSignature.Fold(column.Name), StringComparer.Ordinal)
                ? SourceRoles.Count
                : SourceRoles.List,
        };

    private static MappedColumn Series(MappedColumn column) =>
        column with
        {
            Role = SeriesHeaders.GetValueOrDefault(
                HeaderSignature.Fold(column.Name),
                SourceRoles.Ignored
            ),
        };
}
