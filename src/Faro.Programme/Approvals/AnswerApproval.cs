// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Settings;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>A level says yes, or sends it back with what has to change. Nobody answers for what they wrote themselves.</summary>
public sealed class AnswerApproval(OperationDoor door) : Operation<AnswerApprovalInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        AnswerApprovalInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.RowAsync(
            act.Db.Approvals.Include(row => row.Steps),
            input.ApprovalId,
            input.Version,
            cancellation
        );
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (approval, pen) = found.Value;
        var words = input.Words.Trim();
        var checks = new CaseworkChecks(act.Today);
        checks.Text(words, Approval.WordsMaxLength, nameof(input.Words), required: !input.Grants);
        var to = ApprovalStates.After(
            approval.Place,
            approval.Steps.Count,
            input.Grants ? ApprovalMove.Grant : ApprovalMove.SendBack
        );
        checks.Must(to is not null, ApprovalRefusals.NotWaiting, "");
        checks.Must(
            act.Actor.UserId is not { } me || !approval.BarredIds.Contains(me),
            ApprovalRefusals.OwnWork,
            ""
        );
        checks.Must(
            Approvers.IsOf(act.Actor, approval) && act.Actor.AgencyId == pen.File.AgencyId,
            ApprovalRefusals.NotYourLevel,
            ""
        );
        if (
            !checks.Failed
            && input.Grants
            && approval.AsksAgain
            && await HasChangedAsync(act, approval, cancellation)
        )
        {
            checks.Must(false, ApprovalRefusals.ChangedSince, "");
        }

        if (checks.Failed)
        {
            return checks.Refusals;
        }

        Answer(act, approval, pen, input.Grants, words);
        Stand(act, approval, to!);
        await act.SettleNextDueAsync(pen.File, cancellation);
        act.Note(
            "case",
            approval.CaseId,
            ("approval", approval.Id.ToString()),
            ("granted", input.Grants ? "yes" : "no")
        );
        return default(Done);
    }

    private static void Answer(Act act, Approval approval, CasePen pen, bool grants, string words)
    {
        var step = approval.Steps.Single(each => each.Order == approval.Level);
        step.Granted = grants;
        step.DecidedById = act.Actor.UserId;
        step.DecidedAt = act.Now;
        step.WordsBox = pen.Seal(words, ApprovalStep.WordsField(approval.Id, step.Order));
    }

    private static void Stand(Act act, Approval approval, ApprovalPlace to)
    {
        if (act.Actor.UserId is { } me)
        {
            approval.BarredIds = [.. approval.BarredIds, me];
        }

        approval.State = to.State;
        approval.Version++;
        if (to.Level > approval.Level)
        {
            var next = approval.Steps.Single(each => each.Order == to.Level);
            approval.Reach(next, WorkingDays.After(act.Today, next.Days));
        }
    }

    private static async Task<bool> HasChangedAsync(
        Act act,
        Approval approval,
        CancellationToken cancellation
    )
    {
        var now = await ApprovalSubjects.NowAsync(
            act.Db,
            act.Actor,
            approval.CaseId,
            approval.Subject,
            cancellation
        );
        return (now?.RowId, now?.Version) != (approval.SubjectId, approval.SubjectVersion);
    }
}

/// <param name="ApprovalId">Which request.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="Grants">False: it goes back.</param>
/// <param name="Words">Sealed; needed to send it back.</param>
public sealed record AnswerApprovalInput(
    Guid ApprovalId,
    int Version,
    bool Grants,
    string Words = ""
);
