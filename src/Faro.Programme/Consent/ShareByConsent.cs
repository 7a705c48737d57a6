// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Consent;

/// <summary>
/// Opens a case to the agency that a consent names, to those who assign its work: only the compartments that it covers, no
/// longer than it lasts, and closed at once when it is withdrawn.
/// </summary>
public sealed class ShareByConsent(OperationDoor door) : Operation<ShareByConsentInput, Guid>(door)
{
    public const int MostDays = 180;

    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        ShareByConsentInput input,
        CancellationToken cancellation
    )
    {
        var entry = await act
            .Db.Consents.VisibleTo(act.Actor, act.Db)
            .FirstOrDefaultAsync(row => row.Id == input.ConsentId, cancellation);
        if (entry is null)
        {
            return new Refusal(ConsentRefusals.NotFound);
        }

        var found = await act.OpenCaseAsync(entry.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        // Who was let in herself does not let others in.
        if (!act.Actor.IsSystem && found.Value.AgencyId != act.Actor.AgencyId)
        {
            return new Refusal(ConsentRefusals.NotFound);
        }

        if (input.Days is < 1 or > MostDays)
        {
            return new Refusal(ConsentRefusals.DaysOutOfRange, nameof(input.Days), 1, MostDays);
        }

        var opened = DataCategories.Opened(entry.Categories);
        if (entry.AgencyId is not { } agency || opened.Count == 0)
        {
            return new Refusal(ConsentRefusals.OpensNothing);
        }

        if (!entry.IsLivingAt(act.Now))
        {
            return new Refusal(ConsentRefusals.Missing);
        }

        if (!await act.Db.Profiles.AnyAsync(row => row.ImpactAssessedOn != null, cancellation))
        {
            return new Refusal(ConsentRefusals.ImpactMissing);
        }

        if (!await Colleagues.AssignAsync(act.Db, agency, cancellation))
        {
            return new Refusal(ConsentRefusals.NobodyReceives);
        }

        var grant = Way(act, entry, opened, act.Now.AddDays(input.Days));
        act.Db.CaseGrants.Add(grant);
        act.Note("case", entry.CaseId, ("access", grant.Id.ToString()));
        return grant.Id;
    }

    private static CaseGrant Way(
        Act act,
        ConsentEntry entry,
        IEnumerable<string> opened,
        DateTimeOffset last
    ) =>
        new()
        {
            Id = act.NewId(),
            CaseId = entry.CaseId,
            AgencyId = entry.AgencyId,
            Kind = CaseAccessReasons.Consent,
            Compartments = [.. opened],
            ConsentId = entry.Id,
            Since = act.Now,
            Until = entry.Until < last ? entry.Until.Value : last,
        };
}

/// <param name="ConsentId">A living line for a referral.</param>
/// <param name="Days">1 to <see cref="ShareByConsent.MostDays"/>; the consent's own end comes first.</param>
public sealed record ShareByConsentInput(Guid ConsentId, int Days);
