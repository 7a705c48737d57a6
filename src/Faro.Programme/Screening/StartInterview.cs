// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Screening;

/// <summary>
/// Begins an interview of a case, with an instrument in its present version. A lead is in screening from then on: nobody
/// has to say so once more.
/// </summary>
public sealed class StartInterview(OperationDoor door) : Operation<StartInterviewInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        StartInterviewInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.OpenCaseAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var today = act.Today;
        var refusals = input.Facts.Check(today);
        var instrument = (await act.Db.OfferedInstrumentsAsync(cancellation)).FirstOrDefault(each =>
            each.Code == input.Instrument
        );
        if (instrument is null)
        {
            refusals.Add(
                new Refusal(ScreeningRefusals.InstrumentUnknown, nameof(input.Instrument))
            );
        }

        var pen = await act.PenOfAsync(found.Value, cancellation);
        if (pen is null)
        {
            refusals.Add(new Refusal(ScreeningRefusals.PersonErased));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        if (found.Value.LastContactOn is not { } last || last < today)
        {
            found.Value.LastContactOn = today;
        }

        if (found.Value.State == CaseStates.Lead)
        {
            act.Move(found.Value, CaseStates.Screening);
        }

        var interview = Begun(act, input, instrument!, pen!);
        act.Db.Interviews.Add(interview);
        act.Note(
            "interview",
            interview.Id,
            ("case", found.Value.Id.ToString()),
            ("instrument", interview.Instrument)
        );
        return interview.Id;
    }

    private static Interview Begun(
        Act act,
        StartInterviewInput input,
        InstrumentForm instrument,
        CasePen pen
    )
    {
        var id = act.NewId();
        return new Interview
        {
            Id = id,
            CaseId = input.CaseId,
            Compartment = Compartments.Social,
            Instrument = instrument.Code,
            InstrumentVersion = instrument.Version,
            State = InterviewStates.Open,
            Language = input.Facts.Language,
            Channel = input.Facts.Channel,
            Place = input.Facts.Place,
            Interpreter = input.Facts.Interpreter,
            Company = [.. input.Facts.Company],
            WhoBox = pen.Seal(input.Facts.Who, InterviewAnswers.WhoField(id)),
            InterviewerId = act.Actor.UserId,
            StartedAt = act.Now,
            SavedAt = act.Now,
        };
    }
}

/// <param name="CaseId">Which case.</param>
/// <param name="Instrument">The code of one that is offered; its latest version in use is taken.</param>
/// <param name="Facts">How it is held.</param>
public sealed record StartInterviewInput(Guid CaseId, string Instrument, InterviewFacts Facts);
