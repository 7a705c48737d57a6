// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Agencies;

/// <summary>A new member of the network.</summary>
public sealed class RegisterAgency(OperationDoor door) : Operation<AgencyFacts, Guid>(door)
{
    public override Permission Permission => Permissions.ManageAgencies;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        AgencyFacts input,
        CancellationToken cancellation
    )
    {
        var facts = input.Tidied();
        var today = act.Today;
        var refusals = await facts.CheckAsync(act.Db, self: null, today, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var agency = new Agency
        {
            Id = act.NewId(),
            Name = facts.Name,
            ShortName = facts.ShortName,
            Sector = facts.Sector,
            Kind = facts.Kind,
            CreatedAt = act.Now,
        };
        facts.Apply(agency);
        act.Db.Agencies.Add(agency);
        act.Note("agency", agency.Id);
        return agency.Id;
    }
}
