// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Assessments;

/// <summary>Every assessment of a case, oldest first, so that the change shows.</summary>
public sealed class ReadAssessments(OperationDoor door)
    : ReadingOperation<Guid, IReadOnlyList<AssessmentReading>>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<IReadOnlyList<AssessmentReading>>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var pen = await act.ReadingPenAsync(input, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var rows = await (
            from row in act.Db.Assessments.VisibleTo(act.Actor, act.Db)
            where row.CaseId == input
            orderby row.On, row.WrittenAt, row.Id
            select new
            {
                Row = row,
                row.Answers,
                Author = act
                    .Db.Users.Where(user => user.Id == row.AuthorId)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault(),
            }
        ).ToListAsync(cancellation);
        act.Note("case", input, ("assessments", $"{rows.Count}"));
        return rows.ConvertAll(each =>
        {
            var row = each.Row;
            var words = pen.Value.Open<AssessmentWords>(row.Box, Assessment.Field(row.Id)) ?? new();
            return new AssessmentReading(
                row.Id,
                row.Version,
                row.Instrument,
                row.InstrumentVersion,
                row.On,
                row.Overall,
                row.ReviewOn,
                words.Note,
                [
                    .. each.Answers.Select(answer => new ItemAnswer(
                        answer.Item,
                        answer.Level,
                        words.ByItem.GetValueOrDefault(answer.Item, "")
                    )),
                ],
                each.Author ?? "",
                row.IsLatest,
                row.VoidedAt is not null
            );
        });
    }
}

/// <summary>An assessment as the case shows it.</summary>
public sealed record AssessmentReading(
    Guid Id,
    int Version,
    string Instrument,
    int InstrumentVersion,
    DateOnly On,
    string Overall,
    DateOnly? ReviewOn,
    string Note,
    IReadOnlyList<ItemAnswer> Answers,
    string Author,
    bool IsLatest,
    bool IsVoid
);
