// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Exchange.Tables;
using MiniExcelLibs;

namespace Faro.Programme.Exchange.XlsForms;

/// <summary>The three sheets of an XLSForm as somebody wrote them: all else is made from these.</summary>
public sealed record FormSheets(FormSheet Survey, FormSheet Choices, FormSheet Settings)
{
    public const string SurveyName = "survey";
    public const string ChoicesName = "choices";
    public const string SettingsName = "settings";
    public const int MaxRows = 2_000;
    public const int MaxBytes = 2 * 1024 * 1024;

    private static readonly TableLimits Limits = new()
    {
        MaxRows = MaxRows,
        MaxCell = 4_000,
        MaxUnpacked = 40L * 1024 * 1024,
    };

    /// <summary>Reads a workbook.</summary>
    /// <exception cref="DamagedFileException">It cannot be read.</exception>
    public static FormSheets Read(Stream workbook, CancellationToken cancellation)
    {
        var names = TableFile.Open(workbook, 1, Limits, cancellation).Sheets;
        FormSheet Sheet(string name, bool needed)
        {
            var index = names.ToList().FindIndex(sheet => Is(sheet, name));
            return index >= 0
                    ? Read(TableFile.Open(workbook, index + 1, Limits, cancellation), cancellation)
                : needed
                    ? throw new DamagedFileException(
                        new FileProblem(XlsFormRefusals.SheetMissing, 1, 0, 0, name)
                    )
                : FormSheet.None;
        }

        return new(
            Sheet(SurveyName, needed: true),
            Sheet(ChoicesName, needed: false),
            Sheet(SettingsName, needed: true)
        );
    }

    /// <summary>Reads one sheet, from a workbook or from a CSV of its own.</summary>
    /// <exception cref="DamagedFileException">It cannot be read, or a row cannot be used.</exception>
    public static FormSheet Read(TableFile table, CancellationToken cancellation)
    {
        var rows = new List<FormRow>();
        foreach (var row in table.Rows(cancellation))
        {
            rows.Add(
                row.Problem is { } problem
                    ? throw new DamagedFileException(problem)
                    : new FormRow(row.Number, row.Cells)
            );
        }

        return new(table.Sheet, table.Headers, rows);
    }

    public static FormSheets FromJson(string json) =>
        JsonSerializer.Deserialize<FormSheets>(json, JsonSerializerOptions.Web)!;

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>The same sheets as a workbook, to be changed and brought back.</summary>
    public byte[] ToWorkbook()
    {
        using var stream = new MemoryStream();
        var sheets = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [SurveyName] = Survey.AsTable(),
            [ChoicesName] = Choices.AsTable(),
            [SettingsName] = Settings.AsTable(),
        };
        MiniExcel.SaveAs(stream, sheets);
        return stream.ToArray();
    }

    private static bool Is(string sheet, string name) =>
        string.Equals(sheet.Trim(), name, StringComparison.OrdinalIgnoreCase);
}

/// <param name="Sheet">Its place in the workbook, from 1.</param>
/// <param name="Headers">The first row.</param>
/// <param name="Rows">Those below, without blank ones.</param>
public sealed record FormSheet(
    int Sheet,
    IReadOnlyList<string> Headers,
    IReadOnlyList<FormRow> Rows
)
{
    public static readonly FormSheet None = new(0, [], []);

    /// <returns>From 0; −1 when there is no such column.</returns>
    public int ColumnOf(string header) =>
        Headers
            .ToList()
            .FindIndex(each => string.Equals(each, header, StringComparison.OrdinalIgnoreCase));

    internal List<Dictionary<string, object>> AsTable()
    {
        var rows = Rows.Select(row =>
                Headers
                    .Zip(row.Cells)
                    .ToDictionary(
                        each => each.First,
                        each => (object)each.Second,
                        StringComparer.Ordinal
                    )
            )
            .ToList();
        return rows.Count > 0
            ? rows
            : [Headers.ToDictionary(each => each, _ => (object)"", StringComparer.Ordinal)];
    }
}

/// <param name="Number">As a spreadsheet counts.</param>
/// <param name="Cells">As many as headers.</param>
public sealed record FormRow(int Number, IReadOnlyList<string> Cells);
