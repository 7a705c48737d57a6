// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Disclosure;

namespace Faro.Programme.Exchange;

/// <summary>Reads a table of counts: a CSV with one column per dimension and a last column of counts.</summary>
/// <param name="Dimensions">Names of the columns but the last.</param>
/// <param name="Cells">In the order of the file; a count that is empty or no number is hidden.</param>
public sealed record CountFile(IReadOnlyList<string> Dimensions, IReadOnlyList<PublishedCell> Cells)
{
    /// <summary>Reads a file whole, or refuses it whole.</summary>
    /// <param name="path">CSV.</param>
    /// <param name="mayHide">Whether counts may be missing, as in a page that was published.</param>
    public static Outcome<CountFile> Read(string path, bool mayHide)
    {
        var name = Path.GetFileName(path);
        string[] headers = [];
        var cells = new List<PublishedCell>();
        var refusal = RecordFile.Rows(
            path,
            found =>
            {
                headers = [.. found];
                return headers.Length < 2 ? new Refusal(ExchangeRefusals.NoRows, "", name) : null;
            },
            (csv, row) =>
            {
                long? count = long.TryParse(
                    csv.GetString(headers.Length - 1).Trim(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                    : null;
                if (count is null && !mayHide)
                {
                    return new Refusal(ExchangeRefusals.CountNotANumber, name, row, headers[^1]);
                }

                string[] codes =
                [
                    .. Enumerable.Range(0, headers.Length - 1).Select(i => csv.GetString(i).Trim()),
                ];
                cells.Add(new(codes, count));
                return null;
            }
        );
        return refusal is not null ? refusal : new CountFile(headers[..^1], cells);
    }
}
