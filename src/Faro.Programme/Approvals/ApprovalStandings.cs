// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>What of a case has to be approved, and whether it is: without a word of what was written.</summary>
public static class ApprovalStandings
{
    /// <summary>Of every subject that has a rule, or was asked for once; in the order of the list.</summary>
    public static async Task<IReadOnlyList<ApprovalStanding>> ReadAsync(
        FaroDb db,
        Actor reader,
        Guid caseId,
        Guid agencyId,
        CancellationToken cancellation
    )
    {
        var asked = await db
            .Approvals.VisibleTo(reader, db)
            .Where(row => row.CaseId == caseId)
            .OrderByDescending(row => row.AskedAt)
            .ThenByDescending(row => row.Id)
            .Select(row => new Asked(
                row.Id,
                row.Subject,
                row.SubjectId,
                row.SubjectVersion,
                row.State,
                row.DueOn,
                row.Level
            ))
            .ToListAsync(cancellation);
        var rules = await db
            .ApprovalRules.Include(rule => rule.Levels)
            .Where(rule => rule.AgencyId == null || rule.AgencyId == agencyId)
            .OrderBy(rule => rule.AgencyId == null)
            .ToListAsync(cancellation);
        var standings = new List<ApprovalStanding>();
        foreach (var subject in CodeLists.Get(ApprovalRule.SubjectList).Entries)
        {
            var rule = rules.Find(each => each.Subject == subject.Code);
            var last = asked.Find(row => row.Subject == subject.Code);
            if (rule is null && last is null)
            {
                continue;
            }

            var now = await ApprovalSubjects.NowAsync(
                db,
                reader,
                caseId,
                subject.Code,
                cancellation
            );
            standings.Add(Of(subject.Code, rule, last, now));
        }

        return standings;
    }

    private static ApprovalStanding Of(
        string subject,
        ApprovalRule? rule,
        Asked? last,
        SubjectNow? now
    )
    {
        var (levels, asksAgain) = rule is null ? (0, false) : (rule.Levels.Count, rule.AsksAgain);
        return last is null
            ? new(subject, levels, asksAgain, now is not null, null, "", 0, null, false)
            : new(
                subject,
                levels,
                asksAgain,
                now is not null,
                last.Id,
                last.State,
                last.Level,
                last.State == ApprovalStates.Waiting ? last.DueOn : null,
                (now?.RowId, now?.Version) != (last.SubjectId, last.SubjectVersion)
            );
    }

    /// <summary>A request, as far as its standing goes.</summary>
    private sealed record Asked(
        Guid Id,
        string Subject,
        Guid SubjectId,
        int SubjectVersion,
        string State,
        DateOnly DueOn,
        int Level
    );
}

/// <param name="Subject">A code of the list <c>approval-subjects</c>.</param>
/// <param name="Levels">How many have to say yes; 0 when no rule asks for it any more.</param>
/// <param name="AsksAgain">Whether a change asks for a new approval.</param>
/// <param name="IsThere">Somebody wrote it.</param>
/// <param name="LastId">The last request; null when nobody asked yet.</param>
/// <param name="State">Of the last request, or empty.</param>
/// <param name="Level">Which level has the word, or had the last.</param>
/// <param name="DueOn">Until when the level answers; null when nothing waits.</param>
/// <param name="IsOfEarlier">The last request was for an earlier version.</param>
public sealed record ApprovalStanding(
    string Subject,
    int Levels,
    bool AsksAgain,
    bool IsThere,
    Guid? LastId,
    string State,
    int Level,
    DateOnly? DueOn,
    bool IsOfEarlier
)
{
    public bool IsWaiting => State == ApprovalStates.Waiting;

    /// <summary>Approved, and a change since does not undo that.</summary>
    public bool Holds => State == ApprovalStates.Approved && !(IsOfEarlier && AsksAgain);

    /// <summary>Somebody has to ask. A case is closed when it is time, so that is never missing.</summary>
    public bool IsMissing =>
        Levels > 0 && IsThere && !IsWaiting && !Holds && Subject != ApprovalSubjects.Closure;

    public bool MayBeAsked => Levels > 0 && IsThere && !IsWaiting && (!Holds || IsOfEarlier);
}
