// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Faro.Programme.Exchange.Tables;

/// <summary>What is wrong in a file and where. It never carries a value of the file.</summary>
/// <param name="Code">A code of <see cref="FileProblems"/>, or of whoever asks what the rows mean.</param>
/// <param name="Sheet">Sheet of a workbook, from 1.</param>
/// <param name="Row">Row as a spreadsheet counts, the header being row 1; 0 for the whole file.</param>
/// <param name="Column">Column, from 1; 0 for the whole row.</param>
/// <param name="Values">What the words need: limits and what was expected.</param>
public sealed record FileProblem(
    string Code,
    int Sheet = 1,
    int Row = 0,
    int Column = 0,
    params IReadOnlyList<string> Values
)
{
    /// <summary>Problems told at once; a file with more is wrong as a whole.</summary>
    public const int MostTold = 50;

    /// <summary>The refusal that says it.</summary>
    /// <param name="file">A neutral name of the file.</param>
    /// <returns>Values: {0} file, {1} sheet, {2} row, {3} column letters, then those of the problem.</returns>
    public Refusal ToRefusal(string file) =>
        new(Code, "", [file, Sheet, Row, ColumnLetters.Of(Column), .. Values]);

    public static IReadOnlyList<FileProblem> ListFromJson(string json) =>
        JsonSerializer.Deserialize<List<FileProblem>>(json, JsonSerializerOptions.Web) ?? [];

    public static string ToJson(IEnumerable<FileProblem> problems) =>
        JsonSerializer.Serialize(problems, JsonSerializerOptions.Web);
}
