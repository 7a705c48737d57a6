// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Agencies;

/// <summary>Ends an agency's part in the network. It stays in the directory's history, and in what refers to it.</summary>
public sealed class CloseAgency(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.ManageAgencies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var agency = await act.Db.Agencies.FindAsync([input], cancellation);
        if (agency is null)
        {
            return new Refusal(AgencyRefusals.NotFound);
        }

        if (agency.Closed)
        {
            return new Refusal(AgencyRefusals.IsClosed);
        }

        agency.Closed = true;
        agency.Version++;
        act.Note("agency", agency.Id);
        return default(Done);
    }
}
