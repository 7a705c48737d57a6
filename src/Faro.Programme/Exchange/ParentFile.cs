// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Exchange;

/// <summary>Reads how codes roll up: a CSV with the columns dimension, code, parent.</summary>
/// <param name="Parents">By dimension: code → the code it rolls up to.</param>
public sealed record ParentFile(Dictionary<string, Dictionary<string, string>> Parents)
{
    /// <summary>Reads a file whole, or refuses it whole.</summary>
    public static Outcome<ParentFile> Read(string path)
    {
        var name = Path.GetFileName(path);
        var parents = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var refusal = RecordFile.Rows(
            path,
            headers =>
                headers.Count == 3
                    ? null
                    : new Refusal(ExchangeRefusals.RowWidth, "", name, 1, headers.Count, 3),
            (csv, row) =>
            {
                var dimension = csv.GetString(0).Trim();
                parents.TryAdd(dimension, new(StringComparer.Ordinal));
                return parents[dimension].TryAdd(csv.GetString(1).Trim(), csv.GetString(2).Trim())
                    ? null
                    : new Refusal(ExchangeRefusals.ValueWrong, "", name, row);
            }
        );
        return refusal is not null ? refusal : new ParentFile(parents);
    }
}
