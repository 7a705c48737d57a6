// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>Every request for approval of a case with what its levels said, newest first.</summary>
public sealed class ReadApprovals(OperationDoor door)
    : ReadingOperation<Guid, IReadOnlyList<ApprovalReading>>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<IReadOnlyList<ApprovalReading>>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var pen = await act.ReadingPenAsync(input, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var rows = await act
            .Db.Approvals.VisibleTo(act.Actor, act.Db)
            .Include(row => row.Steps)
            .Where(row => row.CaseId == input)
            .OrderByDescending(row => row.AskedAt)
            .ThenByDescending(row => row.Id)
            .ToListAsync(cancellation);
        var names = await Colleagues.NamesAsync(
            act.Db,
            rows.SelectMany(row =>
                row.Steps.SelectMany(step =>
                        step.UserIds.Select(id => (Guid?)id).Append(step.DecidedById)
                    )
                    .Append(row.AskedById)
            ),
            cancellation
        );
        var nows = new Dictionary<string, SubjectNow?>(StringComparer.Ordinal);
        foreach (var subject in rows.Select(row => row.Subject).Distinct(StringComparer.Ordinal))
        {
            nows[subject] = await ApprovalSubjects.NowAsync(
                act.Db,
                act.Actor,
                input,
                subject,
                cancellation
            );
        }

        act.Note("case", input, ("approvals", $"{rows.Count}"));
        return rows.ConvertAll(row => Read(act, pen.Value, row, nows[row.Subject], names));
    }

    private static ApprovalReading Read(
        Act act,
        CasePen pen,
        Approval row,
        SubjectNow? now,
        ColleagueNames names
    ) =>
        new(
            row.Id,
            row.Version,
            row.Subject,
            row.SubjectVersion,
            row.Choice,
            row.State,
            row.Level,
            row.State == ApprovalStates.Waiting ? row.DueOn : null,
            names[row.AskedById],
            row.AskedAt,
            pen.Open(row.WordsBox, Approval.WordsField(row.Id)),
            pen.Open<List<SnapshotLine>>(row.SnapshotBox, Approval.SnapshotField(row.Id)) ?? [],
            row.AsksAgain,
            (now?.RowId, now?.Version) != (row.SubjectId, row.SubjectVersion),
            [
                .. row
                    .Steps.OrderBy(step => step.Order)
                    .Select(step => new ApprovalStepReading(
                        step.Order,
                        step.Role,
                        [.. step.UserIds.Select(id => names[id])],
                        step.Days,
                        step.DueOn,
                        step.Granted,
                        names[step.DecidedById],
                        step.DecidedAt,
                        pen.Open(step.WordsBox, ApprovalStep.WordsField(row.Id, step.Order))
                    )),
            ],
            row.State == ApprovalStates.Waiting
                && Approvers.IsOf(act.Actor, row)
                && act.Actor.AgencyId == pen.File.AgencyId
                && !row.BarredIds.Contains(act.Actor.UserId ?? Guid.Empty),
            act.Actor.UserId is { } me && (me == row.AskedById || me == pen.File.OwnerId)
        );
}

/// <summary>A request, with how it stood that was asked for.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">For who answers.</param>
/// <param name="Subject">A code of the list <c>approval-subjects</c>.</param>
/// <param name="SubjectVersion">Of what was laid before them.</param>
/// <param name="Choice">Why the case is to be closed, or empty.</param>
/// <param name="State">A code of the list <c>approval-states</c>.</param>
/// <param name="Level">Which has the word, or had the last.</param>
/// <param name="DueOn">Null unless it waits.</param>
/// <param name="AskedBy">Who.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Words">What was written with it.</param>
/// <param name="Snapshot">How it stood.</param>
/// <param name="AsksAgain">Whether a change asks for a new approval.</param>
/// <param name="IsOfEarlier">It has changed since.</param>
/// <param name="Steps">The levels.</param>
/// <param name="MayAnswer">Whether the reader has the word.</param>
/// <param name="MayWithdraw">Whether the reader may take it back while it waits.</param>
public sealed record ApprovalReading(
    Guid Id,
    int Version,
    string Subject,
    int SubjectVersion,
    string Choice,
    string State,
    int Level,
    DateOnly? DueOn,
    string AskedBy,
    DateTimeOffset AskedAt,
    string Words,
    IReadOnlyList<SnapshotLine> Snapshot,
    bool AsksAgain,
    bool IsOfEarlier,
    IReadOnlyList<ApprovalStepReading> Steps,
    bool MayAnswer,
    bool MayWithdraw
)
{
    public bool IsWaiting => State == ApprovalStates.Waiting;
}

/// <summary>A level: who may answer, and what they said.</summary>
public sealed record ApprovalStepReading(
    int Order,
    string Role,
    IReadOnlyList<string> People,
    int Days,
    DateOnly? DueOn,
    bool? Granted,
    string DecidedBy,
    DateTimeOffset? DecidedAt,
    string Words
);
