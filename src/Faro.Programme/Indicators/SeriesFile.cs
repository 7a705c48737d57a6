// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Sylvan.Data.Csv;

namespace Faro.Programme.Indicators;

/// <summary>Reads the figures of a series from CSV. Errors name the row (the header is row 1) and, by their code, the column.</summary>
public static class SeriesFile
{
    public const int MaxBytes = 512 * 1024;

    private static readonly string[] English = ["period", "value", "status"];
    private static readonly string[] Spanish = ["periodo", "valor", "estado"];

    /// <param name="file">UTF-8, with or without a byte order mark; comma, semicolon or tab.</param>
    /// <param name="field">The field that refusals are about.</param>
    public static Outcome<List<(int Row, SeriesFigure Figure)>> Read(byte[] file, string field)
    {
        if (file.Length > MaxBytes)
        {
            return new Refusal(IndicatorRefusals.FileLarge, field, MaxBytes / 1024);
        }

        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return new Refusal(IndicatorRefusals.FileNotText, field);
        }

        return text.Contains('\0', StringComparison.Ordinal)
            ? new Refusal(IndicatorRefusals.FileNotText, field)
            : ReadRows(text.TrimStart('\uFEFF'), field);
    }

    private static Outcome<List<(int Row, SeriesFigure Figure)>> ReadRows(string text, string field)
    {
        var figures = new List<(int Row, SeriesFigure Figure)>();
        var refusals = new List<Refusal>();
        var row = 1;
        try
        {
            using var csv = CsvDataReader.Create(new StringReader(text));
            var header = Enumerable
                .Range(0, csv.FieldCount)
                .Select(i => csv.GetName(i).Trim().ToLowerInvariant())
                .ToArray();
            if (!header.SequenceEqual(English) && !header.SequenceEqual(Spanish))
            {
                return new Refusal(IndicatorRefusals.HeaderWrong, field);
            }

            while (csv.Read() && refusals.Count < ValueRules.MostRefusals)
            {
                row++;
                if (figures.Count == Series.MaxValues)
                {
                    return new Refusal(IndicatorRefusals.TooManyValues, field, Series.MaxValues);
                }

                ReadRow(csv, row, field, figures, refusals);
            }
        }
        catch (CsvMissingHeadersException)
        {
            return new Refusal(IndicatorRefusals.HeaderWrong, field);
        }
        // The reader says in several ways that quotes do not match or a cell is too long.
        catch (Exception error)
            when (error
                    is CsvFormatException
                        or CsvInvalidCharacterException
                        or CsvRecordTooLargeException
            )
        {
            return new Refusal(IndicatorRefusals.FileDamaged, field, row + 1);
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        return figures;
    }

    private static void ReadRow(
        CsvDataReader csv,
        int row,
        string field,
        List<(int Row, SeriesFigure Figure)> figures,
        List<Refusal> refusals
    )
    {
        if (csv.RowFieldCount != English.Length)
        {
            refusals.Add(new Refusal(IndicatorRefusals.FileDamaged, field, row));
            return;
        }

        var read = decimal.TryParse(
            csv.GetString(1).Trim(),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        );
        if (!read)
        {
            refusals.Add(new Refusal(IndicatorRefusals.ValueMalformed, field, row));
        }

        var status = csv.GetString(2).Trim().ToLowerInvariant();
        figures.Add((row, new SeriesFigure(csv.GetString(0).Trim(), value, status)));
    }
}
