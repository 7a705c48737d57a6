// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Screening;

/// <summary>Puts a finished interview right, with a reason. What stood before is kept.</summary>
public sealed class AmendInterview(OperationDoor door) : Operation<AmendInterviewInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        AmendInterviewInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.InterviewAsync(input.Id, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var at = found.Value;
        if (at.Row.State != InterviewStates.Finished)
        {
            return new Refusal(ScreeningRefusals.NotFinished);
        }

        if (at.Row.Version != input.Version)
        {
            return new Refusal(ScreeningRefusals.ChangedMeanwhile);
        }

        var reason = input.Reason.Trim();
        if (reason.Length is < Interview.ReasonMinLength or > Interview.ReasonMaxLength)
        {
            return new Refusal(
                ScreeningRefusals.ReasonLength,
                nameof(input.Reason),
                Interview.ReasonMinLength,
                Interview.ReasonMaxLength
            );
        }

        var ordered = at.Form.Order(
            input.Answers,
            input.Declined.ToHashSet(StringComparer.Ordinal),
            whole: true
        );
        if (!ordered.Done)
        {
            return ordered.Refusals.ToList();
        }

        var line = at.Line(
            act,
            act.NewId(),
            InterviewSaveKinds.BeforeAmendment,
            at.Answers,
            reason
        );
        at.Write(ordered.Value);
        (at.Row.SavedAt, at.Row.LastSaveId) = (act.Now, line.Id);
        at.Row.Version++;
        act.Db.InterviewSaves.Add(line);
        act.Note("interview", at.Row.Id, ("state", at.Row.State));
        return default(Done);
    }
}

/// <param name="Id">Which interview.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="Answers">All of them, as they are to be.</param>
/// <param name="Declined">Questions that she did not wish to answer.</param>
/// <param name="Reason">Why; sealed.</param>
public sealed record AmendInterviewInput(
    Guid Id,
    int Version,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyList<string> Declined,
    string Reason
);
