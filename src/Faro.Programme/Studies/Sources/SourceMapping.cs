// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Exchange.Tables;

namespace Faro.Programme.Studies.Sources;

/// <summary>What each column of a file is. Columns that are not named are left where they are: nothing of them is kept.</summary>
/// <param name="Columns">At least one.</param>
/// <param name="Sheet">Which sheet of a workbook, from 1; 1 for a CSV.</param>
public sealed record SourceMapping(IReadOnlyList<MappedColumn> Columns, int Sheet = 1)
{
    public string ToJson() => JsonSerializer.Serialize(this, StudyJson.Plain);

    /// <returns>Null when nothing was mapped yet.</returns>
    public static SourceMapping? FromJson(string json) =>
        json.Length == 0 ? null : JsonSerializer.Deserialize<SourceMapping>(json, StudyJson.Plain);

    /// <summary>Without the ignored columns, in order of the file; list columns take their header unless they were named.</summary>
    internal SourceMapping Tidied(string kind, IReadOnlyList<string> headers) =>
        this with
        {
            Columns =
            [
                .. Columns
                    .Where(column => column.Role != SourceRoles.Ignored)
                    .OrderBy(column => column.Column)
                    .Select(column => column with { Name = NameOf(kind, column, headers) }),
            ],
        };

    /// <summary>Columns with this role, in order of the file.</summary>
    public IEnumerable<MappedColumn> Of(string role) =>
        Columns.Where(column => column.Role == role).OrderBy(column => column.Column);

    /// <summary>Only a list of an overlap table is named: a file without headers would leave a person's name here otherwise.</summary>
    private static string NameOf(string kind, MappedColumn column, IReadOnlyList<string> headers) =>
        kind != SourceKinds.OverlapTable || column.Role != SourceRoles.List ? ""
        : column.Name.Trim() is { Length: > 0 } named ? named
        : column.Column >= 1 && column.Column <= headers.Count ? headers[column.Column - 1]
        : "";
}

/// <summary>One column.</summary>
/// <param name="Column">Place in the file, from 1.</param>
/// <param name="Role">A role of <see cref="SourceRoles"/>, as the source's kind allows.</param>
/// <param name="Name">Only for the list columns of an overlap table: what the list is called.</param>
public sealed record MappedColumn(int Column, string Role, string Name = "");

/// <summary>The first rows of a file, for the one who uploaded it and nobody else. Its text shows no values.</summary>
/// <param name="Headers">As written.</param>
/// <param name="Sheets">Names of the sheets; one empty name for a CSV.</param>
/// <param name="Rows">At most 20.</param>
/// <param name="Mapping">The mapping that is kept, remembered or guessed, in that order.</param>
/// <param name="Remembered">Whether the agency mapped such a file before.</param>
/// <param name="Problems">What the first rows already show.</param>
public sealed record SourcePreview(
    IReadOnlyList<string> Headers,
    IReadOnlyList<string> Sheets,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    SourceMapping Mapping,
    bool Remembered,
    IReadOnlyList<FileProblem> Problems
)
{
    public const int MostRows = 20;

    /// <summary>No values.</summary>
    public override string ToString() => "••• " + Headers.Count;
}
