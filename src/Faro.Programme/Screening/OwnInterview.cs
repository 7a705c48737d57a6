// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Exchange.XlsForms;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Screening;

/// <summary>How operations find the interview they write in, and what they check of its answers.</summary>
internal static class OwnInterview
{
    /// <summary>An interview of an open case that the actor works in, with its key and form.</summary>
    public static async Task<Outcome<InterviewAtHand>> InterviewAsync(
        this Act act,
        Guid id,
        CancellationToken cancellation
    )
    {
        var interview = await act
            .Db.Interviews.VisibleTo(act.Actor, act.Db)
            .FirstOrDefaultAsync(row => row.Id == id, cancellation);
        if (interview is null)
        {
            return new Refusal(ScreeningRefusals.NotFound);
        }

        var file = await act.OpenCaseAsync(interview.CaseId, interview.Compartment, cancellation);
        if (!file.Done)
        {
            return file.Refusals.ToList();
        }

        return await act.PenOfAsync(file.Value, cancellation) is { } pen
            ? new InterviewAtHand(interview, pen, await act.FormOfAsync(interview, cancellation))
            : new Refusal(ScreeningRefusals.PersonErased);
    }

    public static async Task<XlsForm> FormOfAsync(
        this Act act,
        Interview interview,
        CancellationToken cancellation
    ) =>
        (
            await act.Db.InstrumentAsync(
                interview.Instrument,
                interview.InstrumentVersion,
                cancellation
            )
        )?.Form
        ?? throw new InvalidOperationException(
            $"Bug in Faro: the instrument of interview {interview.Id} is gone"
        );

    /// <summary>
    /// Brings answers into the order of the form: what it does not ask is forgotten, what is declined is not answered. When
    /// it is to be finished, what is missing is refused unless it was declined.
    /// </summary>
    public static Outcome<InterviewAnswers> Order(
        this XlsForm form,
        IReadOnlyDictionary<string, string> values,
        IReadOnlySet<string> declined,
        bool whole
    )
    {
        var said = values
            .Where(each => each.Value is { Length: > 0 } && !declined.Contains(each.Key))
            .ToDictionary(each => each.Key, each => each.Value.Trim(), StringComparer.Ordinal);
        if (said.Values.Any(value => value.Length > Interview.AnswerMaxLength))
        {
            return said.Where(each => each.Value.Length > Interview.AnswerMaxLength)
                .Select(each => new Refusal(
                    ScreeningRefusals.AnswerTooLong,
                    each.Key,
                    Interview.AnswerMaxLength
                ))
                .ToList();
        }

        var state = FormLogic.Judge(form, said);
        var refusals = state
            .Faults.Where(fault => whole && !declined.Contains(fault.Item.Name))
            .Select(fault => new Refusal(
                fault.Kind == FormFaultKind.Missing
                    ? ScreeningRefusals.AnswerMissing
                    : ScreeningRefusals.AnswerWrong,
                fault.Item.Name
            ))
            .ToList();
        return refusals.Count > 0
            ? refusals
            : new InterviewAnswers(
                state.Values,
                [
                    .. form
                        .Questions.Select(item => item.Name)
                        .Where(name => declined.Contains(name) && state.Asked.Contains(name)),
                ]
            );
    }
}

/// <summary>An interview with what is needed to read and write its answers.</summary>
internal sealed record InterviewAtHand(Interview Row, CasePen Pen, XlsForm Form)
{
    public InterviewAnswers Answers => Open(Row.AnswersBox, InterviewAnswers.FieldOf(Row));

    public KeptAnswers Kept(InterviewSave line, string who) =>
        new(
            line.Id,
            line.Kind,
            who,
            line.At,
            line.ResolvedAt,
            Open(line.AnswersBox, InterviewAnswers.FieldOf(line.Id)),
            Pen.Open(line.ReasonBox, InterviewAnswers.ReasonField(line.Id))
        );

    public void Write(InterviewAnswers answers) =>
        Row.AnswersBox = Pen.Seal(answers, InterviewAnswers.FieldOf(Row));

    /// <summary>A line of its history; with answers when they stand nowhere else.</summary>
    public InterviewSave Line(
        Act act,
        Guid id,
        string kind,
        InterviewAnswers? kept = null,
        string reason = ""
    ) =>
        new()
        {
            Id = id,
            InterviewId = Row.Id,
            CaseId = Row.CaseId,
            Compartment = Row.Compartment,
            Kind = kind,
            Version = Row.Version,
            UserId = act.Actor.UserId,
            At = act.Now,
            AnswersBox = kept is null ? null : Pen.Seal(kept, InterviewAnswers.FieldOf(id)),
            ReasonBox = Pen.Seal(reason, InterviewAnswers.ReasonField(id)),
        };

    private InterviewAnswers Open(byte[]? box, string field) =>
        Pen.Open<InterviewAnswers>(box, field) ?? InterviewAnswers.None;
}
