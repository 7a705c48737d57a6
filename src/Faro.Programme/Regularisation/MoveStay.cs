// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Justice;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Regularisation;

/// <summary>
/// Says that an application came to another stage, with the day; the term that the law gives from there begins to run. A
/// victim's stay is not ended while the criminal process lasts, unless she wishes (LG 75).
/// </summary>
public sealed class MoveStay(OperationDoor door) : Operation<MoveStayInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        MoveStayInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.RowAsync(act.Db.Stays, input.StayId, input.Version, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (stay, pen) = found.Value;
        var checks = new CaseworkChecks(act.Today);
        var on = input.On ?? act.Today;
        checks.Must(
            StayStates.Allows(stay.State, input.To),
            RegularisationRefusals.NoSuchMove,
            nameof(input.To)
        );
        checks.NotInFuture(on, nameof(input.On));
        checks.NotBefore(
            on,
            stay.State == StayStates.Preparing ? null : stay.StateSince,
            nameof(input.On)
        );
        if (input.To == StayStates.Granted)
        {
            checks.Must(
                input.Until is not null || stay.Kind == "permanent-residence",
                RegularisationRefusals.UntilMissing,
                nameof(input.Until)
            );
            checks.NotBefore(input.Until, on, nameof(input.Until));
        }

        if (input.To == StayStates.Ended)
        {
            await CheckEndAsync(act, stay, input, checks, cancellation);
        }

        if (checks.Failed)
        {
            return checks.Refusals;
        }

        Move(stay, input, on);
        await act.SettleNextDueAsync(pen.File, cancellation);
        act.Note("case", stay.CaseId, ("stay", stay.Id.ToString()), ("to", input.To));
        return default(Done);
    }

    private static async Task CheckEndAsync(
        Act act,
        Stay stay,
        MoveStayInput input,
        CaseworkChecks checks,
        CancellationToken cancellation
    )
    {
        checks.Must(
            CodeLists.Get(Stay.EndReasonList).Accepts(input.EndReason, checks.Today),
            RegularisationRefusals.EndReasonMissing,
            nameof(input.EndReason)
        );
        var isHerChoice = input.EndReason is "own-wish" or "better-status" or "returned";
        if (!stay.RestsOnTheProcess || isHerChoice)
        {
            return;
        }

        var state = await act
            .Db.JusticeTracks.Where(row => row.CaseId == stay.CaseId)
            .Select(row => row.State)
            .FirstOrDefaultAsync(cancellation);
        checks.Must(
            state is null || !JusticeStates.IsRunning(state),
            RegularisationRefusals.ProcessRunning,
            nameof(input.EndReason)
        );
    }

    private static void Move(Stay stay, MoveStayInput input, DateOnly on)
    {
        (stay.State, stay.StateSince) = (input.To, on);
        stay.Version++;
        switch (input.To)
        {
            case StayStates.Applied:
                stay.AppliedOn ??= on;
                Run(stay, DecisionOf(stay.Kind), on);
                break;
            case StayStates.Remedy:
                Run(stay, MigrationClock.Remedy, on);
                break;
            case StayStates.Renewal:
                Run(stay, MigrationClock.Decision, on);
                break;
            case StayStates.Granted:
                stay.DecidedOn = on;
                stay.ValidUntil = input.Until;
                Renew(stay);
                break;
            case StayStates.Expired:
                // Still there to be renewed, and late.
                Renew(stay);
                break;
            case StayStates.Refused:
                stay.DecidedOn = on;
                Run(stay, MigrationClock.Appeal, on);
                break;
            case StayStates.Ended:
                stay.EndReason = input.EndReason;
                stay.Rest();
                break;
            default:
                stay.Rest();
                break;
        }
    }

    private static void Run(Stay stay, string clock, DateOnly on) =>
        stay.Run(clock, MigrationClock.Ends(clock, on));

    private static void Renew(Stay stay)
    {
        if (stay.ValidUntil is { } until)
        {
            var days = MigrationClock.On(MigrationClock.Renewal, until).Days;
            stay.Run(MigrationClock.Renewal, until, until.AddDays(-days));
        }
        else
        {
            stay.Rest();
        }
    }

    /// <summary>Victims and witnesses are decided on sooner, children at once.</summary>
    private static string DecisionOf(string kind) =>
        kind switch
        {
            Stay.OfVictim or Stay.Regularisation => MigrationClock.DecisionOfVictim,
            Stay.OfChild => MigrationClock.DecisionOfChild,
            _ => MigrationClock.Decision,
        };
}

/// <param name="StayId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="To">A code of the list <c>stay-states</c>.</param>
/// <param name="On">When it happened or was told; null for today.</param>
/// <param name="Until">The last day of what was granted.</param>
/// <param name="EndReason">A code of the list <c>stay-end-reasons</c>; needed to end it.</param>
public sealed record MoveStayInput(
    Guid StayId,
    int Version,
    string To,
    DateOnly? On = null,
    DateOnly? Until = null,
    string EndReason = ""
);
