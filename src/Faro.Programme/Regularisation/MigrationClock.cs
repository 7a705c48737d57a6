// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Settings;

namespace Faro.Programme.Regularisation;

/// <summary>A term of the law, as data with its article and the days on which it holds.</summary>
/// <param name="Code">As in <c>appeal</c>.</param>
/// <param name="Days">How many; 0 for at once.</param>
/// <param name="IsWorking">Working days; else calendar days.</param>
/// <param name="Since">First day on which it holds; null for always.</param>
/// <param name="Until">Last day; null while it holds.</param>
/// <param name="Article">As people cite it; empty where the term is the programme's own.</param>
/// <param name="Words">What has to happen.</param>
public sealed record MigrationClock(
    string Code,
    int Days,
    bool IsWorking,
    DateOnly? Since,
    DateOnly? Until,
    string Article,
    LocalText Words
)
{
    public const string DecisionOfVictim = "decision-victim";
    public const string DecisionOfChild = "decision-child";
    public const string Decision = "decision";
    public const string Remedy = "remedy";
    public const string Appeal = "appeal";
    public const string Release = "release";
    public const string Renewal = "renewal";

    private static readonly Lazy<IReadOnlyList<MigrationClock>> Read = new(ReadAll);

    public static IReadOnlyList<MigrationClock> All => Read.Value;

    /// <summary>The last day of the term that began on a day, by the rule of that day.</summary>
    public static DateOnly Ends(string code, DateOnly from) => On(code, from).Ends(from);

    /// <summary>The term that held that day; the oldest known for days before it.</summary>
    public static MigrationClock On(string code, DateOnly day) =>
        All.LastOrDefault(clock =>
            clock.Code == code && !(day < clock.Since) && !(day > clock.Until)
        ) ?? All.First(clock => clock.Code == code);

    public DateOnly Ends(DateOnly from) =>
        IsWorking ? WorkingDays.After(from, Days) : from.AddDays(Days);

    private static List<MigrationClock> ReadAll() =>
        [
            .. DataRows
                .Read("law/clocks.csv")
                .Select(row => new MigrationClock(
                    row["code"],
                    int.Parse(row["days"], CultureInfo.InvariantCulture),
                    row["count"] == "working",
                    DataRows.Day(row["since"]),
                    DataRows.Day(row["until"]),
                    row["article"],
                    new LocalText(row["es"], row["en"])
                )),
        ];
}
