// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Sylvan.Data.Csv;

namespace Faro.Programme.Casework.Assessments;

/// <summary>
/// What is asked each time risk or needs are assessed: a file inside the program, in versions. Another version is another
/// file; what was answered by an old one is still read by it.
/// </summary>
public sealed class AssessmentForm
{
    public const string Risk = "risk";
    public const string Needs = "needs";

    /// <summary>The answer that says nothing.</summary>
    public const string Unknown = "unknown";

    public const string DomainList = "assessment-domains";

    private const string Folder = "assessments/";

    private static readonly Lazy<IReadOnlyList<AssessmentForm>> Read = new(ReadAll);

    private AssessmentForm(
        string code,
        int version,
        List<string> sources,
        List<AssessmentItem> items
    )
    {
        (Code, Version, Sources) = (code, version, sources);
        Items = [.. items.OrderBy(item => item.Order)];
    }

    /// <summary>The newest version of each, risk first.</summary>
    public static IReadOnlyList<AssessmentForm> Current =>
        [
            .. Read
                .Value.GroupBy(each => each.Code, StringComparer.Ordinal)
                .Select(group => group.MaxBy(each => each.Version)!)
                .OrderByDescending(each => each.Code, StringComparer.Ordinal),
        ];

    public string Code { get; }

    public int Version { get; }

    public IReadOnlyList<string> Sources { get; }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<AssessmentItem> Items { get; }

    /// <summary>The list of levels that its answers take.</summary>
    public string LevelList => Code == Risk ? "risk-factor-levels" : "need-levels";

    /// <summary>Whether it ends with a level of the list <c>risk-levels</c>.</summary>
    public bool HasOverall => Code == Risk;

    public static AssessmentForm? Find(string code, int version) =>
        Read.Value.FirstOrDefault(each => each.Code == code && each.Version == version);

    /// <returns>Null when there is none of this code.</returns>
    public static AssessmentForm? Newest(string code) =>
        Current.FirstOrDefault(each => each.Code == code);

    /// <summary>How high a level is, for comparing and drawing: 0 for the least; null when nothing is known.</summary>
    public int? Rank(string level)
    {
        var known = CodeLists.Get(LevelList).Entries.Where(entry => entry.Code != Unknown);
        var index = known.Index().FirstOrDefault(each => each.Item.Code == level, (-1, null!));
        return index.Index < 0 ? null : index.Index;
    }

    private static List<AssessmentForm> ReadAll()
    {
        var assembly = typeof(AssessmentForm).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return ReadOne(name[Folder.Length..name.LastIndexOf('-')], text);
                }),
        ];
    }

    private static AssessmentForm ReadOne(string code, StreamReader text)
    {
        var remarks = new List<string>();
        while (text.Peek() == '#')
        {
            remarks.Add(text.ReadLine()![1..].Trim());
        }

        List<string> Remarks(string name) =>
            [
                .. remarks
                    .Where(line => line.StartsWith(name + ": ", StringComparison.Ordinal))
                    .Select(line => line[(name.Length + 2)..]),
            ];
        using var csv = CsvDataReader.Create(text);
        var items = new List<AssessmentItem>();
        while (csv.Read())
        {
            items.Add(
                new AssessmentItem(
                    csv.GetString(0),
                    csv.GetString(1),
                    csv.GetString(2),
                    csv.GetString(3),
                    int.Parse(csv.GetString(4), CultureInfo.InvariantCulture)
                )
            );
        }

        var version = int.Parse(Remarks("version").Single(), CultureInfo.InvariantCulture);
        return new AssessmentForm(code, version, Remarks("source"), items);
    }
}

/// <summary>One question of it.</summary>
/// <param name="Code">Never renamed; of needs a code of the list <c>service-kinds</c>.</param>
/// <param name="Domain">A code of the list <c>assessment-domains</c>.</param>
/// <param name="Es">In Spanish.</param>
/// <param name="En">In English.</param>
/// <param name="Order">When it is asked.</param>
public sealed record AssessmentItem(string Code, string Domain, string Es, string En, int Order)
{
    public string Label(CultureInfo culture) => culture.TwoLetterISOLanguageName == "es" ? Es : En;
}
