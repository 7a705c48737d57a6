// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>
/// Writes down what a person decided on whether she is a victim. The elements of both laws are kept beside it as they
/// stood; they bind nobody. Where the programme asks for a second person it waits for them (<see cref="SettleDetermination"/>).
/// </summary>
public sealed class Determine(OperationDoor door) : Operation<DetermineInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        DetermineInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        if (!act.Owns(found.Value.File))
        {
            return new Refusal(CaseRefusals.NotOwn);
        }

        var file = found.Value.File;
        var refusals = Check(act, input, file);
        var earlier = await act
            .Db.Determinations.Where(each =>
                each.CaseId == file.Id && each.State != DeterminationStates.Declined
            )
            .Select(each => each.State)
            .ToListAsync(cancellation);
        if (earlier.Contains(DeterminationStates.Proposed, StringComparer.Ordinal))
        {
            refusals.Add(new(IdentificationRefusals.ProposalWaiting));
        }

        if (input.Outcome == DeterminationOutcomes.Review && earlier.Count == 0)
        {
            refusals.Add(new(IdentificationRefusals.NothingToReview, nameof(input.Outcome)));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var settings = await act
            .Db.Profiles.Select(profile => new { profile.ReflectionDays, profile.SecondPerson })
            .FirstAsync(cancellation);
        var made = await MakeAsync(act, found.Value, input, settings.ReflectionDays, cancellation);
        act.Db.Determinations.Add(made);
        act.Note(
            "case",
            file.Id,
            ("determination", made.Id.ToString()),
            ("outcome", made.Outcome),
            ("findings", made.FindingsHash)
        );
        if (!settings.SecondPerson)
        {
            await act.EnterIntoForceAsync(file, made, cancellation);
        }

        return made.Id;
    }

    private static async Task<Determination> MakeAsync(
        Act act,
        CasePen pen,
        DetermineInput input,
        int reflectionDays,
        CancellationToken cancellation
    )
    {
        var id = act.NewId();
        var decidedOn = input.DecidedOn ?? act.Today;
        var snapshot = await Snapshot.TakeAsync(act, pen.File.Id, decidedOn, cancellation);
        return new Determination
        {
            Id = id,
            CaseId = pen.File.Id,
            Outcome = input.Outcome,
            State = DeterminationStates.Proposed,
            Body = input.Body,
            DecidedOn = decidedOn,
            DeciderBox = pen.Seal(input.Decider.Trim(), Determination.DeciderField(id)),
            ReasonsBox = pen.Seal(input.Reasons.Trim(), Determination.ReasonsField(id)),
            Forms = snapshot.Forms,
            LawVersions = snapshot.LawVersions,
            Findings = snapshot.Json,
            FindingsHash = snapshot.Hash,
            ReviewOn = input.ReviewOn,
            ReflectionUntil =
                input.Outcome == DeterminationOutcomes.ReasonableGrounds
                    ? decidedOn.AddDays(reflectionDays)
                    : null,
            ProposedBy = act.Actor.UserId,
            ProposedAt = act.Now,
        };
    }

    private static List<Refusal> Check(Act act, DetermineInput input, Case file)
    {
        var today = act.Today;
        var decidedOn = input.DecidedOn ?? today;
        var reasons = input.Reasons.Trim().Length;
        var decider = input.Decider.Trim().Length;
        var refusals = new List<Refusal>();
        bool Is(string list, string code) => CodeLists.Get(list).Accepts(code, today);
        refusals.Must(
            Is(DeterminationOutcomes.List, input.Outcome),
            IdentificationRefusals.OutcomeUnknown,
            nameof(input.Outcome)
        );
        refusals.Must(
            Is(DetermineInput.BodyList, input.Body),
            IdentificationRefusals.BodyUnknown,
            nameof(input.Body)
        );
        refusals.Must(
            decidedOn <= today,
            IdentificationRefusals.DecidedInFuture,
            nameof(input.DecidedOn)
        );
        refusals.Must(
            decidedOn >= file.OpenedOn,
            IdentificationRefusals.DecidedBeforeOpening,
            nameof(input.DecidedOn)
        );
        refusals.Must(
            decider is > 0 and <= Determination.DeciderMaxLength,
            IdentificationRefusals.DeciderMissing,
            nameof(input.Decider),
            Determination.DeciderMaxLength
        );
        refusals.Must(
            reasons >= Determination.ReasonsMinLength,
            IdentificationRefusals.ReasonsTooShort,
            nameof(input.Reasons),
            Determination.ReasonsMinLength
        );
        refusals.Must(
            reasons <= Determination.ReasonsMaxLength,
            IdentificationRefusals.ReasonsTooLong,
            nameof(input.Reasons),
            Determination.ReasonsMaxLength
        );
        refusals.Must(
            !(input.ReviewOn <= decidedOn),
            IdentificationRefusals.ReviewNotLater,
            nameof(input.ReviewOn)
        );
        refusals.Must(file.State != CaseStates.Lead, IdentificationRefusals.StillALead);
        return refusals;
    }
}

/// <param name="CaseId">Which.</param>
/// <param name="Outcome">A code of the list <c>determination-outcomes</c>.</param>
/// <param name="Body">A code of the list <c>decision-bodies</c>.</param>
/// <param name="Decider">The person who decided, by name and post; sealed.</param>
/// <param name="Reasons">In words; sealed.</param>
/// <param name="DecidedOn">Null for today.</param>
/// <param name="ReviewOn">When to look at it again; null for never.</param>
public sealed record DetermineInput(
    Guid CaseId,
    string Outcome,
    string Body,
    string Decider,
    string Reasons,
    DateOnly? DecidedOn = null,
    DateOnly? ReviewOn = null
)
{
    public const string BodyList = "decision-bodies";
}
