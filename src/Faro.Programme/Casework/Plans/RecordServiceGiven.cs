// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Plans;

/// <summary>Writes down a service that was given or promised.</summary>
public sealed class RecordServiceGiven(OperationDoor door)
    : Operation<RecordServiceGivenInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RecordServiceGivenInput input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, input.Facts.Compartment, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var refusals = await input.Facts.CheckAsync(act, input.CaseId, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var row = new ServiceGiven
        {
            Id = act.NewId(),
            CaseId = input.CaseId,
            Compartment = input.Facts.Compartment,
            Kind = input.Facts.Kind,
            Outcome = input.Facts.Outcome,
            AuthorId = act.Actor.UserId,
        };
        input.Facts.Apply(row, pen.Value, new CaseworkChecks(act.Today).Today);
        act.Db.ServicesGiven.Add(row);
        act.NoteRow(input.CaseId, "service", row.Id);
        return row.Id;
    }
}

/// <param name="CaseId">To whom.</param>
/// <param name="Facts">What was given.</param>
public sealed record RecordServiceGivenInput(Guid CaseId, ServiceFacts Facts);
