// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Indicators.Statistics;

/// <summary>The whole programme counted, exactly. For those who may see statistics; the public gets protected tables.</summary>
public sealed class ProgrammeStatistics
{
    // ISO 5218 has its own code for it.
    private const string SexNotKnown = "not-known";

    private readonly IReadOnlyDictionary<string, long> _forms;

    /// <param name="groups">Every combination that occurs.</param>
    /// <param name="forms">Persons per form of exploitation; somebody may be in several.</param>
    /// <param name="answered">Persons with at least one form.</param>
    public ProgrammeStatistics(
        IReadOnlyList<PeopleGroup> groups,
        IReadOnlyDictionary<string, long> forms,
        long answered
    ) => (Groups, _forms, Answered, Total) = (groups, forms, answered, groups.Sum(g => g.Count));

    public IReadOnlyList<PeopleGroup> Groups { get; }

    /// <summary>Persons whose form of exploitation is known: what its shares are of.</summary>
    public long Answered { get; }

    /// <summary>Persons.</summary>
    public long Total { get; }

    /// <summary>Counts the whole programme, over all agencies, in the database.</summary>
    /// <returns>Nothing counted for whoever may not see statistics.</returns>
    public static async Task<ProgrammeStatistics> ReadAsync(
        FaroDb db,
        Actor actor,
        CancellationToken cancellation
    )
    {
        if (!actor.May(Permissions.ViewStatistics))
        {
            return new([], new Dictionary<string, long>(StringComparer.Ordinal), 0);
        }

        var groups = await db
            .People.OnePerPerson()
            .GroupBy(person => new
            {
                person.Citizenship,
                person.Sex,
                person.AgeBand,
                person.Status,
                person.RegisteredOn.Year,
            })
            .Select(group => new
            {
                group.Key.Citizenship,
                group.Key.Sex,
                group.Key.AgeBand,
                group.Key.Status,
                group.Key.Year,
                Count = group.LongCount(),
            })
            .ToListAsync(cancellation);
        var (forms, answered) = await FormsAsync(db, cancellation);
        return new(
            [
                .. groups.Select(group => new PeopleGroup(
                    Known("countries", group.Citizenship),
                    Known("sex", group.Sex, SexNotKnown),
                    Known("age-bands", group.AgeBand),
                    Known("trafficking-status", group.Status),
                    group.Year,
                    group.Count
                )),
            ],
            forms,
            answered
        );
    }

    /// <summary>Every one-way table, exact, in the order of the page.</summary>
    public IReadOnlyList<Tally> Tallies() =>
        [
            new(
                StatisticsCodes.ByCitizenship,
                [.. Counted(group => group.Citizenship).OrderByDescending(row => row.Count)],
                Total
            ),
            Listed(StatisticsCodes.BySex, group => group.Sex),
            Listed(StatisticsCodes.ByAge, group => group.AgeBand),
            new(
                StatisticsCodes.ByYear,
                [
                    .. Counted(group => group.Year.ToString(CultureInfo.InvariantCulture))
                        .OrderBy(row => row.Code, StringComparer.Ordinal),
                ],
                Total
            ),
            Listed(StatisticsCodes.ByStatus, group => group.Status),
            new(
                StatisticsCodes.ByForm,
                [
                    .. CodeLists
                        .Get("exploitation-forms")
                        .Entries.Where(entry => Form(entry.Code) > 0)
                        .Select(entry => new TallyRow(entry.Code, Form(entry.Code))),
                ],
                Answered,
                SeveralAnswers: true
            ),
        ];

    /// <summary>Persons of one citizenship and one sex.</summary>
    public long Count(string citizenship, string sex) =>
        Groups
            .Where(group => group.Citizenship == citizenship && group.Sex == sex)
            .Sum(group => group.Count);

    /// <summary>Persons with this form of exploitation.</summary>
    public long Form(string code) => _forms.GetValueOrDefault(code);

    /// <summary>Persons per code of one characteristic, in no order.</summary>
    internal IEnumerable<TallyRow> Counted(Func<PeopleGroup, string> code) =>
        Groups
            .GroupBy(code, StringComparer.Ordinal)
            .Select(same => new TallyRow(same.Key, same.Sum(group => group.Count)));

    private Tally Listed(string table, Func<PeopleGroup, string> code)
    {
        var order = CodeLists
            .Get(StatisticsCodes.RowList(table)!)
            .Entries.Select((entry, i) => (entry.Code, i))
            .ToDictionary(each => each.Code, each => each.i, StringComparer.Ordinal);
        return new(
            table,
            [.. Counted(code).OrderBy(row => order.GetValueOrDefault(row.Code, int.MaxValue))],
            Total
        );
    }

    /// <summary>One reading of one column: SQLite cannot group by the entries of a list.</summary>
    private static async Task<(Dictionary<string, long> Forms, long Answered)> FormsAsync(
        FaroDb db,
        CancellationToken cancellation
    )
    {
        var forms = new Dictionary<string, long>(StringComparer.Ordinal);
        var answered = 0L;
        var lists = db
            .People.OnePerPerson()
            .Select(person => person.ExploitationForms)
            .AsAsyncEnumerable();
        await foreach (var list in lists.WithCancellation(cancellation))
        {
            answered += list.Count > 0 ? 1 : 0;
            foreach (var form in list.Distinct(StringComparer.Ordinal))
            {
                forms[form] = forms.GetValueOrDefault(form) + 1;
            }
        }

        return (forms, answered);
    }

    // What the list does not know (an old file, a slip) counts, but as not known.
    private static string Known(
        string list,
        string code,
        string otherwise = StatisticsCodes.NotKnown
    ) => CodeLists.Get(list).Contains(code) ? code : otherwise;
}
