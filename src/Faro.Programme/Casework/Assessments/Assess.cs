// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Assessments;

/// <summary>
/// Writes down risk or needs as they are now. A person says how high the risk is: nothing is computed; but whoever says less
/// than the highest factor says why.
/// </summary>
public sealed class Assess(OperationDoor door) : Operation<AssessInput, Guid>(door)
{
    public const string OverallList = "risk-levels";

    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        AssessInput input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        if (AssessmentForm.Newest(input.Instrument) is not { } instrument)
        {
            return new Refusal(CaseworkRefusals.InstrumentUnknown, nameof(input.Instrument));
        }

        var checks = new CaseworkChecks(act.Today);
        input.Check(instrument, checks);
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        var row = ToRow(act, pen.Value, instrument, input, checks.Today);
        act.Db.Assessments.Add(row);
        await act.SettleAssessmentsAsync(pen.Value.File, instrument.Code, cancellation);
        act.NoteRow(input.CaseId, "assessment", row.Id);
        return row.Id;
    }

    private static Assessment ToRow(
        Act act,
        CasePen pen,
        AssessmentForm instrument,
        AssessInput input,
        DateOnly today
    )
    {
        var id = act.NewId();
        var words = new AssessmentWords
        {
            Note = input.Note.Trim(),
            ByItem = input
                .Answers.Where(answer => answer.Note.Trim().Length > 0)
                .ToDictionary(
                    answer => answer.Item,
                    answer => answer.Note.Trim(),
                    StringComparer.Ordinal
                ),
        };
        return new Assessment
        {
            Id = id,
            CaseId = pen.File.Id,
            Compartment = Compartments.Social,
            Instrument = instrument.Code,
            InstrumentVersion = instrument.Version,
            On = input.On ?? today,
            Overall = instrument.HasOverall ? input.Overall : "",
            ReviewOn = input.ReviewOn,
            Box = pen.Seal(words, Assessment.Field(id)),
            AuthorId = act.Actor.UserId,
            WrittenAt = act.Now,
            Answers =
            [
                .. input.Answers.Select(answer => new AssessmentAnswer
                {
                    AssessmentId = id,
                    Item = answer.Item,
                    Level = answer.Level,
                }),
            ],
        };
    }
}

/// <param name="CaseId">In which case.</param>
/// <param name="Instrument"><c>risk</c> or <c>needs</c>; its newest version is answered.</param>
/// <param name="Answers">Any of its items, each once.</param>
/// <param name="Overall">For risk a code of the list <c>risk-levels</c>; empty for needs.</param>
/// <param name="Note">In words; sealed.</param>
/// <param name="On">Null for today.</param>
/// <param name="ReviewOn">When it is to be done again; null for nobody knows.</param>
public sealed record AssessInput(
    Guid CaseId,
    string Instrument,
    IReadOnlyList<ItemAnswer> Answers,
    string Overall = "",
    string Note = "",
    DateOnly? On = null,
    DateOnly? ReviewOn = null
)
{
    internal void Check(AssessmentForm instrument, CaseworkChecks checks)
    {
        checks.Must(
            Answers.Any(answer => instrument.Rank(answer.Level) is not null),
            CaseworkRefusals.AnswersMissing,
            nameof(Answers)
        );
        checks.Must(
            Answers.All(answer =>
                instrument.Items.Any(item => item.Code == answer.Item)
                && CodeLists.Get(instrument.LevelList).Accepts(answer.Level, checks.Today)
            )
                && Answers.DistinctBy(answer => answer.Item, StringComparer.Ordinal).Count()
                    == Answers.Count,
            CaseworkRefusals.AnswerUnknown,
            nameof(Answers)
        );
        foreach (var answer in Answers)
        {
            checks.Text(answer.Note.Trim(), Assessment.ItemNoteMaxLength, nameof(Answers));
        }

        checks.Text(Note.Trim(), Assessment.NoteMaxLength, nameof(Note));
        checks.NotInFuture(On, nameof(On));
        checks.NotBefore(ReviewOn, On ?? checks.Today, nameof(ReviewOn));
        if (!instrument.HasOverall)
        {
            checks.Must(Overall.Length == 0, CaseworkRefusals.ChoiceUnknown, nameof(Overall));
            return;
        }

        checks.Code(Assess.OverallList, Overall, nameof(Overall));
        var highest = Answers.Max(answer => instrument.Rank(answer.Level));
        checks.Must(
            !(instrument.Rank(Overall) < highest) || Note.Trim().Length > 0,
            CaseworkRefusals.ReasonForLowerMissing,
            nameof(Note)
        );
    }
}

/// <param name="Item">A code of the instrument.</param>
/// <param name="Level">A code of its list of levels.</param>
/// <param name="Note">In words; sealed.</param>
public sealed record ItemAnswer(string Item, string Level, string Note = "");
