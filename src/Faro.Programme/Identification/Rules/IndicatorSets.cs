// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Identification.Rules;

/// <summary>Sets of indicators as versioned data: what an interviewer ticks, and what recorded facts say already.</summary>
public static class IndicatorSets
{
    private static readonly Lazy<IReadOnlyList<IndicatorSet>> Read = new(ReadSets);

    public static IReadOnlyList<IndicatorSet> All => Read.Value;

    /// <returns>Null when there is no such set.</returns>
    public static IndicatorSet? Find(string code) => All.FirstOrDefault(set => set.Code == code);

    private static IReadOnlyList<IndicatorSet> ReadSets()
    {
        var items = DataRows
            .Read("indicators/items.csv")
            .ToLookup(row => row["set"], StringComparer.Ordinal);
        return
        [
            .. DataRows
                .Read("indicators/sets.csv")
                .Select(row => new IndicatorSet(
                    row["set"],
                    row["version"],
                    new LocalText(row["es"], row["en"]),
                    row["for"],
                    row["complete"] == "yes",
                    row["weighted"] == "yes",
                    [
                        .. items[row["set"]]
                            .Select(item => new Indicator(
                                item["item"],
                                item["dimension"],
                                new LocalText(item["es"], item["en"]),
                                item["weight"],
                                FactRef.Alternatives(item["facts"])
                            )),
                    ]
                )),
        ];
    }
}

/// <param name="Code">Also the kind under which its ticks are recorded as facts.</param>
/// <param name="Version">The year of its source.</param>
/// <param name="Words">Its name.</param>
/// <param name="For"><c>adult</c>, <c>child</c>, or empty for everybody.</param>
/// <param name="IsComplete">Else not every item of the source could be confirmed, and nothing is concluded.</param>
/// <param name="IsWeighted">Else nothing is computed: it is a list to look at.</param>
/// <param name="Items">In order.</param>
public sealed record IndicatorSet(
    string Code,
    string Version,
    LocalText Words,
    string For,
    bool IsComplete,
    bool IsWeighted,
    IReadOnlyList<Indicator> Items
)
{
    public const string Children = "child";

    public Indicator? Find(string item) => Items.FirstOrDefault(each => each.Code == item);
}

/// <param name="Code">Within its set.</param>
/// <param name="Dimension">A code of the list <c>delphi-dimensions</c>, or empty.</param>
/// <param name="Words">What it asks.</param>
/// <param name="Weight">A code of the list <c>indicator-weights</c>, or empty.</param>
/// <param name="Facts">Recorded facts that say yes without a tick.</param>
public sealed record Indicator(
    string Code,
    string Dimension,
    LocalText Words,
    string Weight,
    IReadOnlyList<IReadOnlyList<FactRef>> Facts
);
