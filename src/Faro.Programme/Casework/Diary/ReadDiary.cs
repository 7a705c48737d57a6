// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Diary;

/// <summary>The diary of a case, newest first, with how the person can be reached safely.</summary>
public sealed class ReadDiary(OperationDoor door)
    : ReadingOperation<ReadDiaryInput, DiaryReading>(door)
{
    public const int PageSize = 50;

    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<DiaryReading>> ActAsync(
        Act act,
        ReadDiaryInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.ReadingPenAsync(input.CaseId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var pen = found.Value;
        var seen = act
            .Db.DiaryEntries.VisibleTo(act.Actor, act.Db)
            .Where(entry => entry.CaseId == input.CaseId);
        var newest = await seen.Where(entry =>
                !entry.IsAmended && (input.EntryId == null || entry.Id == input.EntryId)
            )
            .OrderByDescending(entry => entry.On)
            .ThenByDescending(entry => entry.Id)
            .Skip(input.Skip)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        var hasOlder = newest.Count > PageSize;
        newest = newest[..Math.Min(PageSize, newest.Count)];
        // What was corrected is rare: all of a case's at once.
        var amended = await seen.Where(entry => entry.IsAmended)
            .ToDictionaryAsync(entry => entry.Id, cancellation);
        var names = await Colleagues.NamesAsync(
            act.Db,
            newest.Concat(amended.Values).Select(entry => entry.AuthorId),
            cancellation
        );
        var rules = await SafeContactAsync(act, pen, cancellation);
        act.Note("case", input.CaseId, ("diary", $"{newest.Count}"));
        return new DiaryReading(
            newest.ConvertAll(entry => Read(entry, pen, names, Before(entry, amended))),
            hasOlder,
            rules
        );

        List<EntryReading> Before(DiaryEntry entry, Dictionary<Guid, DiaryEntry> all)
        {
            var chain = new List<EntryReading>();
            for (
                var id = entry.AmendsId;
                id is { } one && all.TryGetValue(one, out var old);
                id = old.AmendsId
            )
            {
                chain.Add(Read(old, pen, names, []));
            }

            return chain;
        }
    }

    /// <summary>How she can be reached, as it holds now; null while nobody asked her.</summary>
    internal static async Task<SafeContactReading?> SafeContactAsync(
        Act act,
        CasePen pen,
        CancellationToken cancellation
    )
    {
        var rules = await (
            from row in act.Db.SafeContacts.VisibleTo(act.Actor, act.Db)
            where row.CaseId == pen.File.Id
            orderby row.Version descending
            select new
            {
                Row = row,
                Author = act
                    .Db.Users.Where(user => user.Id == row.AuthorId)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault(),
            }
        ).FirstOrDefaultAsync(cancellation);
        return rules is null
            ? null
            : new SafeContactReading(
                rules.Row.Version,
                rules.Row.Channels,
                pen.Open<SafeContactWords>(rules.Row.Box, SafeContact.Field(rules.Row.Id)) ?? new(),
                rules.Row.WrittenAt,
                rules.Author ?? ""
            );
    }

    private static EntryReading Read(
        DiaryEntry entry,
        CasePen pen,
        ColleagueNames names,
        IReadOnlyList<EntryReading> before
    ) =>
        new(
            entry.Id,
            entry.On,
            entry.At,
            entry.Channel,
            entry.Party,
            entry.Outcome,
            entry.AgainstRules,
            pen.Open(entry.TextBox, DiaryEntry.TextField(entry.Id)),
            entry.Compartment,
            entry.AuthorId,
            names[entry.AuthorId],
            entry.WrittenAt,
            before
        );
}

/// <param name="CaseId">Of which case.</param>
/// <param name="Skip">How many of the newest are left out.</param>
/// <param name="EntryId">Only this one, unless it was corrected since; null for all.</param>
public sealed record ReadDiaryInput(Guid CaseId, int Skip = 0, Guid? EntryId = null);

/// <param name="Entries">Newest first, at most <see cref="ReadDiary.PageSize"/>.</param>
/// <param name="HasOlder">There are more.</param>
/// <param name="SafeContact">Null while nobody asked her.</param>
public sealed record DiaryReading(
    IReadOnlyList<EntryReading> Entries,
    bool HasOlder,
    SafeContactReading? SafeContact
);

/// <summary>One entry as it stands now, with what it said before it was corrected, newest first.</summary>
public sealed record EntryReading(
    Guid Id,
    DateOnly On,
    TimeOnly? At,
    string Channel,
    string Party,
    string Outcome,
    bool AgainstRules,
    string Text,
    string Compartment,
    Guid? AuthorId,
    string Author,
    DateTimeOffset WrittenAt,
    IReadOnlyList<EntryReading> Before
)
{
    public bool IsContact => Channel.Length > 0;
}

/// <summary>How she can be reached safely, as it holds now.</summary>
public sealed record SafeContactReading(
    int Version,
    IReadOnlyList<string> Channels,
    SafeContactWords Words,
    DateTimeOffset WrittenAt,
    string Author
);
