// SPDX-License-Identifier: Apache-2.0

namespace Faro.Programme.Identification.Rules;

/// <summary>
/// The laws by which somebody is identified, as data with versions: offences, their elements, and the ways in which each
/// element is met. Read once from the program itself.
/// </summary>
public static class LawBook
{
    public const string Palermo = "palermo";
    public const string Mexico = "mexico";

    private static readonly Lazy<IReadOnlyList<LawVersion>> Read = new(ReadVersions);
    private static readonly Lazy<IReadOnlyList<Offence>> ReadAll = new(ReadOffences);

    /// <summary>The laws, in the order in which they are shown side by side.</summary>
    public static readonly IReadOnlyList<string> Laws = [Palermo, Mexico];

    public static IReadOnlyList<LawVersion> Versions => Read.Value;

    public static IReadOnlyList<Offence> Offences => ReadAll.Value;

    /// <returns>Null when this Faro holds no text of the law for that day.</returns>
    public static LawVersion? VersionOn(string law, DateOnly day) =>
        Versions.FirstOrDefault(version =>
            version.Law == law && version.Since <= day && !(day > version.Until)
        );

    private static IReadOnlyList<LawVersion> ReadVersions() =>
        [
            .. DataRows
                .Read("law/versions.csv")
                .Select(row => new LawVersion(
                    row["law"],
                    row["version"],
                    Words(row),
                    DataRows.Day(row["since"])!.Value,
                    DataRows.Day(row["until"])
                )),
        ];

    private static IReadOnlyList<Offence> ReadOffences()
    {
        var ways = DataRows.Read("law/ways.csv").ToLookup(row => (row["offence"], row["element"]));
        var elements = DataRows
            .Read("law/elements.csv")
            .ToLookup(row => row["offence"], StringComparer.Ordinal);
        return
        [
            .. DataRows
                .Read("law/offences.csv")
                .Select(row => new Offence(
                    row["law"],
                    row["offence"],
                    row["form"],
                    row["article"],
                    Words(row),
                    new LocalText(row["note-es"], row["note-en"]),
                    [
                        .. elements[row["offence"]]
                            .Select(element => new Element(
                                element["element"],
                                element["article"],
                                Words(element),
                                element["waiver"].Length > 0,
                                [.. ways[(row["offence"], element["element"])].Select(Way)]
                            )),
                    ]
                )),
        ];
    }

    private static Way Way(IReadOnlyDictionary<string, string> row) =>
        new(
            row["article"],
            Words(row),
            FactRef.Alternatives(row["facts"]),
            DataRows.Day(row["since"]),
            DataRows.Day(row["until"])
        );

    private static LocalText Words(IReadOnlyDictionary<string, string> row) =>
        new(row["es"], row["en"]);
}

/// <param name="Law">One of <see cref="LawBook.Laws"/>.</param>
/// <param name="Version">The year of its text.</param>
/// <param name="Words">Its name.</param>
/// <param name="Since">First day in force.</param>
/// <param name="Until">Last day in force; null while it is.</param>
public sealed record LawVersion(
    string Law,
    string Version,
    LocalText Words,
    DateOnly Since,
    DateOnly? Until
);

/// <param name="Law">One of <see cref="LawBook.Laws"/>.</param>
/// <param name="Code">As in <c>lg-21</c>.</param>
/// <param name="Form">The form of exploitation that it punishes; empty for the offence of trafficking itself.</param>
/// <param name="Article">As people cite it.</param>
/// <param name="Words">Its name.</param>
/// <param name="Note">What a reader must know besides, or empty.</param>
/// <param name="Elements">All of them must be met.</param>
public sealed record Offence(
    string Law,
    string Code,
    string Form,
    string Article,
    LocalText Words,
    LocalText Note,
    IReadOnlyList<Element> Elements
);

/// <param name="Code">As in <c>means</c>.</param>
/// <param name="Article">As people cite it.</param>
/// <param name="Words">Its name.</param>
/// <param name="IsWaivedForMinors">
/// Need not be shown for a minor, nor for somebody unable to understand the act (R2: Palermo 3(c); LG 13, last paragraph).
/// </param>
/// <param name="Ways">Any of them is enough.</param>
public sealed record Element(
    string Code,
    string Article,
    LocalText Words,
    bool IsWaivedForMinors,
    IReadOnlyList<Way> Ways
);

/// <param name="Article">As people cite it.</param>
/// <param name="Words">Its name.</param>
/// <param name="Alternatives">Any of these sets of facts shows it.</param>
/// <param name="Since">First day on which the law has it; null for as long as the law.</param>
/// <param name="Until">Last day on which the law has it; null while it does.</param>
public sealed record Way(
    string Article,
    LocalText Words,
    IReadOnlyList<IReadOnlyList<FactRef>> Alternatives,
    DateOnly? Since,
    DateOnly? Until
)
{
    public bool IsLawOn(DateOnly day) => !(day < Since) && !(day > Until);
}
