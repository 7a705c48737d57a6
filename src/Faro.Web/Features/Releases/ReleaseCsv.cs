// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Web.Features.Indicators;

namespace Faro.Web.Features.Releases;

/// <summary>An edition as CSV with a row of HXL tags under the header; codes for machines, labels for people.</summary>
internal static class ReleaseCsv
{
    private static readonly string[] Header =
    [
        "date",
        "territory",
        "edition",
        "table",
        "group_code",
        "group",
        "second_code",
        "second",
        "people",
        "protected",
    ];

    private static readonly string[] Tags =
    [
        "#date+reported",
        "#adm2+code",
        "#meta+edition",
        "#indicator+code",
        "#indicator+group+code",
        "#indicator+group+name",
        "#indicator+second+code",
        "#indicator+second+name",
        "#affected",
        "#meta+protected",
    ];

    /// <param name="release">Published.</param>
    /// <param name="territory">CVEGEO of the programme: 2 digits for a state, 5 for a municipality.</param>
    /// <param name="words">Of the labels.</param>
    /// <returns>UTF-8 with a byte order mark, so that spreadsheets read the accents.</returns>
    public static byte[] Write(ReleaseWithTables release, string territory, StatisticsWords words)
    {
        var text = new StringBuilder();
        Line(text, Header);
        Line(
            text,
            Tags.Select(tag => tag == "#adm2+code" && territory.Length == 2 ? "#adm1+code" : tag)
        );
        var day = release.PublishedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var edition = release.Edition.ToString(CultureInfo.InvariantCulture);
        foreach (var table in release.Tables)
        {
            foreach (var cell in table.Cells)
            {
                Line(
                    text,
                    [
                        day,
                        territory,
                        edition,
                        table.Code,
                        cell.Row,
                        words.Row(table.Code, cell.Row),
                        cell.Column ?? "",
                        cell.Column is null ? "" : words.Column(cell.Column),
                        cell.Count?.ToString(CultureInfo.InvariantCulture) ?? "",
                        cell.Count is null ? "1" : "",
                    ]
                );
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? cell
            : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
