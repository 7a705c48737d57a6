// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Screening;

/// <summary>Opens one interview with its answers, its history, and what was kept beside it.</summary>
public sealed class ReadInterview(OperationDoor door)
    : ReadingOperation<Guid, InterviewReading>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<InterviewReading>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var row = await act
            .Db.Interviews.VisibleTo(act.Actor, act.Db)
            .FirstOrDefaultAsync(each => each.Id == input, cancellation);
        var file = row is null
            ? null
            : await act.Db.Cases.FirstOrDefaultAsync(each => each.Id == row.CaseId, cancellation);
        if (row is null || file is null)
        {
            return new Refusal(ScreeningRefusals.NotFound);
        }

        if (await act.PenOfAsync(file, cancellation) is not { } pen)
        {
            return new Refusal(ScreeningRefusals.PersonErased);
        }

        act.Note("interview", row.Id, ("case", row.CaseId.ToString()));
        var form = await act.FormOfAsync(row, cancellation);
        return await ReadAsync(act, new InterviewAtHand(row, pen, form), cancellation);
    }

    private static async Task<InterviewReading> ReadAsync(
        Act act,
        InterviewAtHand at,
        CancellationToken cancellation
    )
    {
        var row = at.Row;
        var lines = await act
            .Db.InterviewSaves.Where(save =>
                save.InterviewId == row.Id && save.Kind != InterviewSaveKinds.Saved
            )
            .OrderBy(save => save.At)
            .ThenBy(save => save.Id)
            .ToListAsync(cancellation);
        var names = await Colleagues.NamesAsync(
            act.Db,
            lines.Select(line => line.UserId).Append(row.InterviewerId),
            cancellation
        );
        return new InterviewReading(
            row.Id,
            row.CaseId,
            at.Pen.File.Number,
            row.Instrument,
            row.InstrumentVersion,
            at.Form.Title.In(CultureInfo.CurrentUICulture),
            row.State,
            new InterviewFacts(
                row.Language,
                row.Channel,
                row.Place,
                row.Interpreter,
                row.Company,
                at.Pen.Open(row.WhoBox, InterviewAnswers.WhoField(row.Id))
            ),
            names[row.InterviewerId],
            row.StartedAt,
            row.SavedAt,
            row.FinishedAt,
            at.Answers,
            row.InConflict,
            [.. lines.Select(line => at.Kept(line, names[line.UserId]))],
            row.Version
        );
    }
}

/// <summary>An interview as its page and the API show it.</summary>
public sealed record InterviewReading(
    Guid Id,
    Guid CaseId,
    string CaseNumber,
    string Instrument,
    string InstrumentVersion,
    string Title,
    string State,
    InterviewFacts Facts,
    string Interviewer,
    DateTimeOffset StartedAt,
    DateTimeOffset SavedAt,
    DateTimeOffset? FinishedAt,
    InterviewAnswers Answers,
    bool InConflict,
    IReadOnlyList<KeptAnswers> Kept,
    int Version
)
{
    public bool IsFinished => State == InterviewStates.Finished;

    /// <summary>Versions kept beside it, of which nobody has chosen yet.</summary>
    public IEnumerable<KeptAnswers> Waiting =>
        Kept.Where(kept => kept.Kind == InterviewSaveKinds.Conflict && kept.ResolvedAt is null);
}

/// <summary>Answers that were kept: of a conflict, or from before a change.</summary>
public sealed record KeptAnswers(
    Guid Id,
    string Kind,
    string Who,
    DateTimeOffset At,
    DateTimeOffset? ResolvedAt,
    InterviewAnswers Answers,
    string Reason
);
