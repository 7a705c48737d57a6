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
        var refusal = RecordFile.Guarded(
            path,
            csv =>
            {
                if (!csv.Read() || csv.RowFieldCount < 2)
                {
                    return new Refusal(ExchangeRefusals.NoRows, "", name);
                }

                headers =
                [
                    .. Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetString(i).Trim()),
                ];
                for (var row = 2; csv.Read(); row++)
                {
                    if (csv.RowFieldCount != headers.Length)
                    {
                        return new Refusal(
                            ExchangeRefusals.RowWidth,
                            "",
                            name,
                            row,
                            csv.RowFieldCount,
                            headers.Length
                        );
                    }

                    var said = csv.GetString(headers.Length - 1).Trim();
                    long? count = long.TryParse(
                        said,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                        ? number
                        : null;
                    if (count is null && !mayHide)
                    {
                        return new Refusal(
                            ExchangeRefusals.CountNotANumber,
                            name,
                            row,
                            headers[^1]
                        );
                    }

                    cells.Add(
                        new(
                            [
                                .. Enumerable
                                    .Range(0, headers.Length - 1)
                                    .Select(i => csv.GetString(i).Trim()),
                            ],
                            count
                        )
                    );
                }

                return cells.Count == 0 ? new Refusal(ExchangeRefusals.NoRows, "", name) : null;
            }
        );
        return refusal is not null ? refusal : new CountFile(headers[..^1], cells);
    }
}
