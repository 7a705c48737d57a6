// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Settings;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>Lays something of a case, as it stands now, before those whom the rule names.</summary>
public sealed class AskApproval(OperationDoor door) : Operation<AskApprovalInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        AskApprovalInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var pen = found.Value;
        var checks = new CaseworkChecks(act.Today);
        var words = input.Words.Trim();
        checks.Text(words, Approval.WordsMaxLength, nameof(input.Words));
        checks.Must(
            CodeLists.Get(ApprovalRule.SubjectList).Accepts(input.Subject, checks.Today),
            ApprovalRefusals.SubjectUnknown,
            nameof(input.Subject)
        );
        if (input.Subject == ApprovalSubjects.Closure)
        {
            checks.Must(
                CodeLists.Get(CloseCase.ReasonList).Accepts(input.Choice, checks.Today),
                CaseRefusals.ClosureReasonUnknown,
                nameof(input.Choice)
            );
        }

        if (checks.Failed)
        {
            return checks.Refusals;
        }

        var rule = await act.Db.RuleOfAsync(pen.File.AgencyId, input.Subject, cancellation);
        if (rule is null)
        {
            return new Refusal(ApprovalRefusals.NotNeeded, nameof(input.Subject));
        }

        var now = await ApprovalSubjects.NowAsync(
            act.Db,
            act.Actor,
            input.CaseId,
            input.Subject,
            cancellation
        );
        if (now is null)
        {
            return new Refusal(ApprovalRefusals.NothingThere, nameof(input.Subject));
        }

        return await CheckAsync(act, input, now, cancellation)
            ?? await LayAsync(act, pen, input with { Words = words }, rule, now, cancellation);
    }

    private static async Task<Outcome<Guid>?> CheckAsync(
        Act act,
        AskApprovalInput input,
        SubjectNow now,
        CancellationToken cancellation
    )
    {
        var earlier = await act
            .Db.Approvals.Where(row => row.CaseId == input.CaseId && row.Subject == input.Subject)
            .Where(row =>
                row.State == ApprovalStates.Waiting
                || (
                    row.State == ApprovalStates.Approved
                    && row.SubjectId == now.RowId
                    && row.SubjectVersion == now.Version
                    && row.Choice == input.Choice
                )
            )
            .Select(row => row.State)
            .ToListAsync(cancellation);
        if (earlier.Count == 0)
        {
            return null;
        }

        var isWaiting = earlier.Contains(ApprovalStates.Waiting, StringComparer.Ordinal);
        return new Refusal(
            isWaiting ? ApprovalRefusals.AlreadyWaiting : ApprovalRefusals.AlreadyApproved,
            nameof(input.Subject)
        );
    }

    private static async Task<Outcome<Guid>> LayAsync(
        Act act,
        CasePen pen,
        AskApprovalInput input,
        ApprovalRule rule,
        SubjectNow now,
        CancellationToken cancellation
    )
    {
        var levels = rule.Levels.OrderBy(level => level.Order).ToList();
        List<Guid> barred =
        [
            .. now.AuthorIds.Concat(act.Actor.UserId is { } me ? [me] : []).Distinct(),
        ];
        if (!await Approvers.ThereAreAsync(act.Db, pen.File, levels, barred, cancellation))
        {
            return new Refusal(ApprovalRefusals.NobodyCan, nameof(input.Subject));
        }

        var id = act.NewId();
        var lines = await Snapshots.TakeAsync(
            act,
            pen,
            now,
            input.Subject,
            input.Choice,
            cancellation
        );
        var approval = new Approval
        {
            Id = id,
            CaseId = input.CaseId,
            Compartment = Compartments.Social,
            Subject = input.Subject,
            SubjectId = now.RowId,
            SubjectVersion = now.Version,
            Choice = input.Subject == ApprovalSubjects.Closure ? input.Choice : "",
            SnapshotBox = pen.Seal(lines, Approval.SnapshotField(id)),
            WordsBox = pen.Seal(input.Words, Approval.WordsField(id)),
            AsksAgain = rule.AsksAgain,
            State = ApprovalStates.Waiting,
            BarredIds = barred,
            AskedById = act.Actor.UserId,
            AskedAt = act.Now,
            Steps =
            [
                .. levels.Select(level => new ApprovalStep
                {
                    ApprovalId = id,
                    Order = level.Order,
                    Role = level.Role,
                    UserIds = [.. level.UserIds],
                    Days = level.Days,
                }),
            ],
        };
        var first = approval.Steps[0];
        approval.Reach(first, WorkingDays.After(act.Today, first.Days));
        act.Db.Approvals.Add(approval);
        await act.SettleNextDueAsync(pen.File, cancellation);
        act.Note("case", input.CaseId, ("approval", id.ToString()), ("subject", input.Subject));
        return id;
    }
}

/// <param name="CaseId">In which case.</param>
/// <param name="Subject">A code of the list <c>approval-subjects</c>.</param>
/// <param name="Words">What the approvers should know besides; sealed.</param>
/// <param name="Choice">Why the case is to be closed: a code of the list <c>closure-reasons</c>; empty for the rest.</param>
public sealed record AskApprovalInput(
    Guid CaseId,
    string Subject,
    string Words = "",
    string Choice = ""
);
