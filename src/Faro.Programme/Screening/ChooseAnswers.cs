// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Screening;

/// <summary>
/// Ends a conflict: of each question on which two devices differ, somebody says which answer counts. Both versions stay
/// in the interview's history.
/// </summary>
public sealed class ChooseAnswers(OperationDoor door) : Operation<ChooseAnswersInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChooseAnswersInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.InterviewAsync(input.Id, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var at = found.Value;
        if (at.Row.Version != input.Version)
        {
            return new Refusal(ScreeningRefusals.ChangedMeanwhile);
        }

        var waiting = await act
            .Db.InterviewSaves.Where(save =>
                save.InterviewId == input.Id
                && save.Kind == InterviewSaveKinds.Conflict
                && save.ResolvedAt == null
            )
            .ToListAsync(cancellation);
        if (waiting.Find(save => save.Id == input.SaveId) is not { } other)
        {
            return new Refusal(ScreeningRefusals.NoConflict);
        }

        var mine = at.Answers;
        var theirs = at.Kept(other, "").Answers;
        var line = at.Line(act, act.NewId(), InterviewSaveKinds.BeforeChoice, mine);
        at.Write(mine.Taking(theirs, input.FromOther.ToHashSet(StringComparer.Ordinal)));
        other.ResolvedAt = act.Now;
        (at.Row.SavedAt, at.Row.LastSaveId) = (act.Now, line.Id);
        at.Row.InConflict = waiting.Count > 1;
        at.Row.Version++;
        act.Db.InterviewSaves.Add(line);
        act.Note("interview", at.Row.Id, ("save", other.Id.ToString()));
        return default(Done);
    }
}

/// <param name="Id">Which interview.</param>
/// <param name="SaveId">The version that was kept beside it.</param>
/// <param name="Version">The version of the interview that was on the screen.</param>
/// <param name="FromOther">The questions whose answer is taken from the version kept beside; all others stay.</param>
public sealed record ChooseAnswersInput(
    Guid Id,
    Guid SaveId,
    int Version,
    IReadOnlyList<string> FromOther
);
