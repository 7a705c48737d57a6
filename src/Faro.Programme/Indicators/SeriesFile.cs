// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Exchange.Tables;

namespace Faro.Programme.Indicators;

/// <summary>Reads the figures of a series from CSV or XLSX. Errors name the row (the header is row 1) and the column.</summary>
public static class SeriesFile
{
    public const int MaxBytes = 512 * 1024;

    private static readonly string[] English = ["period", "value", "status"];
    private static readonly string[] Spanish = ["periodo", "valor", "estado"];

    /// <param name="file">At most <see cref="MaxBytes"/>.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="field">The field that refusals are about.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Outcome<List<(int Row, SeriesFigure Figure)>> Read(
        byte[] file,
        string name,
        string field,
        CancellationToken cancellation
    )
    {
        if (file.Length > MaxBytes)
        {
            return new Refusal(IndicatorRefusals.FileLarge, field, MaxBytes / 1024);
        }

        try
        {
            using var stream = new MemoryStream(file);
            var table = TableFile.Open(stream, 1, null, cancellation);
            var headers = table.Headers.Select(header => header.ToLowerInvariant()).ToArray();
            return headers.SequenceEqual(English) || headers.SequenceEqual(Spanish)
                ? ReadRows(table, name, field, cancellation)
                : new Refusal(IndicatorRefusals.HeaderWrong, field);
        }
        catch (DamagedFileException damage)
        {
            return damage.Problem.ToRefusal(name) with { Field = field };
        }
    }

    private static Outcome<List<(int Row, SeriesFigure Figure)>> ReadRows(
        TableFile table,
        string name,
        string field,
        CancellationToken cancellation
    )
    {
        var figures = new List<(int Row, SeriesFigure Figure)>();
        var refusals = new List<Refusal>();
        foreach (var row in table.Rows(cancellation))
        {
            if (figures.Count == Series.MaxValues)
            {
                return new Refusal(IndicatorRefusals.TooManyValues, field, Series.MaxValues);
            }

            if (row.Problem is { } problem)
            {
                refusals.Add(problem.ToRefusal(name) with { Field = field });
            }
            else if (Figure(row.Cells) is { } figure)
            {
                figures.Add((row.Number, figure));
            }
            else
            {
                refusals.Add(new Refusal(IndicatorRefusals.ValueMalformed, field, row.Number));
            }

            if (refusals.Count == ValueRules.MostRefusals)
            {
                break;
            }
        }

        return refusals.Count > 0 ? refusals : figures;
    }

    private static SeriesFigure? Figure(IReadOnlyList<string> cells) =>
        decimal.TryParse(
            cells[1],
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? new SeriesFigure(cells[0], value, cells[2].ToLowerInvariant())
            : null;
}
