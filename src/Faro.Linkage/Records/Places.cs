// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Faro.Linkage.Records;

/// <summary>Countries that lists of the region write as codes, names or nationalities.</summary>
internal static class Places
{
    private static readonly FrozenDictionary<string, string> Countries = """
        mx mex mexico mexicana mexicano mexican
        gt gtm guatemala guatemalteca guatemalteco guatemalan
        hn hnd honduras hondurena hondureno honduran
        sv slv salvador salvadorena salvadoreno salvadoran
        ni nic nicaragua nicaraguense nicaraguan
        co col colombia colombiana colombiano colombian
        ve ven venezuela venezolana venezolano venezuelan
        us usa eeuu estadounidense american
        """.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split(' ')).SelectMany(
        words => words.Select(word => (word, words[0]))
    ).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>A country's two letters when they are known, else the folded text.</summary>
    public static string Country(string? value)
    {
        var folded = string.Concat(GivenNames.Words(Cleaned.Fold(value)));
        return Countries.GetValueOrDefault(folded, folded);
    }
}
