// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Vault;
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

        if (await act.KeyOfAsync(file, cancellation) is not { } key)
        {
            return new Refusal(ScreeningRefusals.PersonErased);
        }

        var form = await act.FormOfAsync(row, cancellation);
        var at = new InterviewAtHand(row, key, form, act.Vault);
        var names = await act.Db.Users.ToDictionaryAsync(
            user => user.Id,
            user => user.DisplayName,
            cancellation
        );
        string NameOf(Guid? user) => user is { } id ? names.GetValueOrDefault(id, "") : "";
        var lines = await act
            .Db.InterviewSaves.Where(save => save.InterviewId == input)
            .OrderBy(save => save.At)
            .ThenBy(save => save.Id)
            .ToListAsync(cancellation);
        act.Note("interview", row.Id, ("case", row.CaseId.ToString()));
        return new InterviewReading(
            row.Id,
            row.CaseId,
            file.Number,
            row.Instrument,
            row.InstrumentVersion,
            form.Title.In(System.Globalization.CultureInfo.CurrentUICulture),
            row.State,
            new InterviewFacts(
                row.Language,
                row.Channel,
                row.Place,
                row.Interpreter,
                row.Company,
                SealedWords.Open(act.Vault, key, row.WhoBox, InterviewAnswers.WhoField(row.Id))
            ),
            NameOf(row.InterviewerId),
            row.StartedAt,
            row.SavedAt,
            row.FinishedAt,
            at.Answers,
            row.InConflict,
            [
                .. lines
                    .Where(line => line.Kind != InterviewSaveKinds.Saved)
                    .Select(line => new KeptAnswers(
                        line.Id,
                        line.Kind,
                        NameOf(line.UserId),
                        line.At,
                        line.ResolvedAt,
                        InterviewAnswers.Open(
                            act.Vault,
                            key,
                            line.AnswersBox,
                            InterviewAnswers.FieldOf(line.Id)
                        ),
                        SealedWords.Open(
                            act.Vault,
                            key,
                            line.ReasonBox,
                            InterviewAnswers.ReasonField(line.Id)
                        )
                    )),
            ],
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
        Kept.Where(kept =>
            kept.Kind == InterviewSaveKinds.Conflict && kept.ResolvedAt is null
        );
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
