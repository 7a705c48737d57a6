// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Consent;

/// <summary>Whether something may be shared now: what every operation asks, for whoever plans to share.</summary>
public sealed class AskConsent(OperationDoor door)
    : ReadingOperation<AskConsentInput, ConsentVerdict>(door)
{
    public override Permission Permission => Permissions.ViewConsents;

    protected internal override async Task<Outcome<ConsentVerdict>> ActAsync(
        Act act,
        AskConsentInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(input.CaseId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var entry = await ConsentLedger.FindAsync(
            act.Db,
            found.Value.PersonId,
            input.Purpose,
            new ConsentRecipient(
                ConsentPurposes.Find(input.Purpose)?.Recipient ?? "",
                input.AgencyId,
                input.Country
            ),
            input.Categories,
            act.Now,
            cancellation
        );
        act.Note("case", input.CaseId, ("purpose", input.Purpose));
        return new ConsentVerdict(entry is not null, entry?.Id);
    }
}

/// <param name="CaseId">Whose case.</param>
/// <param name="Purpose">A code of the list <c>consent-purposes</c>.</param>
/// <param name="Categories">Codes of the list <c>data-categories</c>; all of them must be covered.</param>
/// <param name="AgencyId">When an agency would receive the data.</param>
/// <param name="Country">Whose consulate would receive the data.</param>
public sealed record AskConsentInput(
    Guid CaseId,
    string Purpose,
    IReadOnlyList<string> Categories,
    Guid? AgencyId = null,
    string Country = ""
);

/// <param name="Allowed">Whether it may.</param>
/// <param name="ConsentId">The line that allows it; null when none does.</param>
public sealed record ConsentVerdict(bool Allowed, Guid? ConsentId);
