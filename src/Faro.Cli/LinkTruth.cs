// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Faro.Programme.Exchange;

namespace Faro.Cli;

/// <summary>Who is who, as a column of the lists says.</summary>
internal static partial class LinkTruth
{
    /// <summary>The true person of each record. FEBRL writes her into the record's number: rec-12-org, rec-12-dup-0.
    /// A record without a value is a person of its own.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<PersonListFile> lists, string header)
    {
        var truth = new List<string>();
        foreach (var value in lists.SelectMany(list => list.Values(header)))
        {
            var said = Febrl().Match(value);
            truth.Add(
                value.Length == 0 ? $"\0{truth.Count}"
                : said.Success ? said.Groups["entity"].Value
                : value
            );
        }

        return truth;
    }

    [GeneratedRegex(
        "^(?<entity>rec-\\d+)-(org|dup-\\d+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Febrl();
}
