// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Casework.Plans;

/// <summary>Corrects a service, or says what came of it.</summary>
public sealed class ChangeService(OperationDoor door) : Operation<ChangeServiceInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeServiceInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.MovedRowAsync(
            act.Db.ServicesGiven,
            input.ServiceId,
            input.Version,
            input.Facts.Compartment,
            cancellation
        );
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (row, pen) = found.Value;
        var refusals = await input.Facts.CheckAsync(act, row.CaseId, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        input.Facts.Apply(row, pen, row.From);
        row.Version++;
        act.NoteRow(row.CaseId, "service", row.Id);
        return default(Done);
    }
}

/// <param name="ServiceId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="Facts">All of them.</param>
public sealed record ChangeServiceInput(Guid ServiceId, int Version, ServiceFacts Facts);
