// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Justice;

/// <summary>Says that the process came to another stage, with the day. Each stage asks for what makes it one.</summary>
public sealed class MoveJustice(OperationDoor door) : Operation<MoveJusticeInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        MoveJusticeInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.PenAsync(input.CaseId, Compartments.Legal, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var pen = found.Value;
        var track = await act.Db.JusticeTracks.FirstOrDefaultAsync(
            row => row.CaseId == input.CaseId,
            cancellation
        );
        if (track is null)
        {
            return new Refusal(JusticeRefusals.NothingYet);
        }

        if (track.Version != input.Version)
        {
            return new Refusal(CaseworkRefusals.ChangedMeanwhile);
        }

        var checks = new CaseworkChecks(act.Today);
        var on = input.On ?? act.Today;
        checks.Must(
            JusticeStates.Allows(track.State, input.To),
            JusticeRefusals.NoSuchMove,
            nameof(input.To)
        );
        checks.NotInFuture(on, nameof(input.On));
        await CheckOrderAsync(act, input.CaseId, on, checks, cancellation);
        CheckStage(track, pen, input.To, checks);
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        act.Db.JusticeSteps.Add(
            new JusticeStep
            {
                Id = act.NewId(),
                CaseId = input.CaseId,
                Compartment = Compartments.Legal,
                From = track.State,
                To = input.To,
                On = on,
                UserId = act.Actor.UserId,
                At = act.Now,
            }
        );
        (track.State, track.StateSince) = (input.To, on);
        track.Version++;
        act.Note("case", input.CaseId, ("justice", track.Id.ToString()), ("to", input.To));
        return default(Done);
    }

    /// <summary>Stages follow each other in time. The day on which the track was begun is no stage.</summary>
    private static async Task CheckOrderAsync(
        Act act,
        Guid caseId,
        DateOnly on,
        CaseworkChecks checks,
        CancellationToken cancellation
    )
    {
        var last = await act
            .Db.JusticeSteps.Where(step => step.CaseId == caseId)
            .MaxAsync(step => (DateOnly?)step.On, cancellation);
        checks.NotBefore(on, last, nameof(MoveJusticeInput.On));
    }

    private static void CheckStage(
        JusticeTrack track,
        CasePen pen,
        string to,
        CaseworkChecks checks
    )
    {
        var words = pen.Open<JusticeWords>(track.Box, JusticeTrack.Field(track.Id)) ?? new();
        checks.Must(
            to != JusticeStates.Reported || track.ComplaintOn is not null,
            JusticeRefusals.ComplaintMissing,
            nameof(MoveJusticeInput.To)
        );
        checks.Must(
            to != JusticeStates.Investigation
                || (words.FileNumber.Length > 0 && track.Authority.Length > 0),
            JusticeRefusals.FileNumberMissing,
            nameof(MoveJusticeInput.To)
        );
        checks.Must(
            to is not (JusticeStates.Ruled or JusticeStates.Final) || track.RulingOn is not null,
            JusticeRefusals.RulingMissing,
            nameof(MoveJusticeInput.To)
        );
    }
}

/// <param name="CaseId">Whose.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="To">A code of the list <c>justice-states</c>.</param>
/// <param name="On">When it happened; null for today.</param>
public sealed record MoveJusticeInput(Guid CaseId, int Version, string To, DateOnly? On = null);
