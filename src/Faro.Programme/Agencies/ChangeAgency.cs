// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Agencies;

/// <summary>Corrects what the directory says of an agency, open or closed.</summary>
public sealed class ChangeAgency(OperationDoor door) : Operation<ChangeAgencyInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageAgencies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeAgencyInput input,
        CancellationToken cancellation
    )
    {
        var agency = await act.Db.Agencies.FindAsync([input.AgencyId], cancellation);
        if (agency is null)
        {
            return new Refusal(AgencyRefusals.NotFound);
        }

        if (agency.Version != input.Version)
        {
            return new Refusal(AgencyRefusals.ChangedMeanwhile);
        }

        var facts = input.Facts.Tidied();
        var today = act.Today;
        var refusals = await facts.CheckAsync(act.Db, agency.Id, today, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        facts.Apply(agency);
        agency.Version++;
        act.Note("agency", agency.Id);
        return default(Done);
    }
}

/// <param name="AgencyId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="Facts">All of them.</param>
public sealed record ChangeAgencyInput(Guid AgencyId, int Version, AgencyFacts Facts);
