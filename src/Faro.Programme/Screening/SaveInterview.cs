// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Screening;

/// <summary>
/// Saves an interview at any point: goes on, stops here, or finishes. A device may send the same save as often as it
/// must: it counts once. A save made from an older version than the present one overwrites nothing: it is kept beside,
/// until somebody chooses.
/// </summary>
public sealed class SaveInterview(OperationDoor door)
    : Operation<SaveInterviewInput, InterviewSaved>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<InterviewSaved>> ActAsync(
        Act act,
        SaveInterviewInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.InterviewAsync(input.Id, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var at = found.Value;
        var row = at.Row;
        if (await act.Db.InterviewSaves.FindAsync([input.Key], cancellation) is { } before)
        {
            return before.InterviewId == row.Id
                ? new InterviewSaved(
                    before.Version,
                    row.State,
                    before.Kind == InterviewSaveKinds.Conflict
                )
                : new Refusal(ScreeningRefusals.NotFound);
        }

        if (
            input.State
            is not (InterviewStates.Open or InterviewStates.Paused or InterviewStates.Finished)
        )
        {
            return new Refusal(ScreeningRefusals.StateUnknown, nameof(input.State));
        }

        var goesOn =
            row.State != InterviewStates.Finished
            && (
                input.BaseVersion == row.Version
                || (row.LastSaveId is { } last && input.After.Contains(last))
            );
        // What would be a conflict is kept as it came: it is not the time to find fault with it.
        var ordered = at.Form.Order(
            input.Answers,
            input.Declined.ToHashSet(StringComparer.Ordinal),
            whole: goesOn && input.State == InterviewStates.Finished
        );
        if (!ordered.Done)
        {
            return ordered.Refusals.ToList();
        }

        act.Note("interview", row.Id, ("state", input.State));
        return goesOn ? Take(act, at, input, ordered.Value) : Beside(act, at, input, ordered.Value);
    }

    private static InterviewSaved Take(
        Act act,
        InterviewAtHand at,
        SaveInterviewInput input,
        InterviewAnswers answers
    )
    {
        var row = at.Row;
        at.Write(answers);
        (row.State, row.SavedAt, row.LastSaveId) = (input.State, act.Now, input.Key);
        row.FinishedAt = input.State == InterviewStates.Finished ? act.Now : null;
        row.Version++;
        act.Db.InterviewSaves.Add(at.Line(act, input.Key, InterviewSaveKinds.Saved));
        return new InterviewSaved(row.Version, row.State, false);
    }

    private static InterviewSaved Beside(
        Act act,
        InterviewAtHand at,
        SaveInterviewInput input,
        InterviewAnswers answers
    )
    {
        var row = at.Row;
        var same = at.Answers.Says(answers);
        act.Db.InterviewSaves.Add(
            at.Line(
                act,
                input.Key,
                same ? InterviewSaveKinds.Saved : InterviewSaveKinds.Conflict,
                same ? null : answers
            )
        );
        row.InConflict |= !same;
        return new InterviewSaved(row.Version, row.State, !same);
    }
}

/// <param name="Id">Which interview.</param>
/// <param name="Key">Made by the device for this save; sent again with it when no answer came.</param>
/// <param name="BaseVersion">The version that the device went on from.</param>
/// <param name="After">Keys that the device sent without hearing the answer: if one of them was taken, it goes on from it.</param>
/// <param name="Answers">By question; codes separated by blanks where several were chosen.</param>
/// <param name="Declined">Questions that she did not wish to answer.</param>
/// <param name="State">A code of the list <c>interview-states</c>: how the device leaves it.</param>
public sealed record SaveInterviewInput(
    Guid Id,
    Guid Key,
    int BaseVersion,
    IReadOnlyList<Guid> After,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyList<string> Declined,
    string State
);

/// <param name="Version">To go on from.</param>
/// <param name="State">Where the interview stands.</param>
/// <param name="Conflict">Whether it was kept beside what another device had written.</param>
public sealed record InterviewSaved(int Version, string State, bool Conflict);
