// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>Seals a corrected identity in the place of the old one, and makes it findable by what it now says.</summary>
public sealed class ChangeIdentity(OperationDoor door) : Operation<ChangeIdentityInput, Done>(door)
{
    /// <summary>Whoever may see an identity may correct it: also the data-protection officer, when its holder asks.</summary>
    public override Permission Permission => Permissions.ViewIdentity;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeIdentityInput input,
        CancellationToken cancellation
    )
    {
        var person = await act
            .Db.People.KeptBy(act.Actor)
            .Include(row => row.Identity)
            .FirstOrDefaultAsync(row => row.Id == input.PersonId, cancellation);
        var key = await act.Db.SealedKeys.FindAsync([input.PersonId], cancellation);
        if (person is null)
        {
            return new Refusal(PeopleRefusals.NotFound);
        }

        if (person.Identity is null || key is null)
        {
            return new Refusal(PeopleRefusals.Erased);
        }

        if (person.Version != input.Version)
        {
            return new Refusal(PeopleRefusals.ChangedMeanwhile);
        }

        var identity = input.Identity.Tidied();
        var today = act.Today;
        var refusals = IdentityChecks.Check(identity, today);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var before = IdentityBox.Open(act.Vault, key, person.Identity.Box);
        if (before.Birth != identity.Birth)
        {
            (person.AgeBand, person.AgeInDoubt) = PersonFacts.Age(
                person.AgeBand,
                person.AgeInDoubt,
                identity.Birth,
                person.RegisteredOn
            );
        }

        person.Identity.Box = IdentityBox.Seal(act.Vault, key, identity);
        person.Version++;
        await IdentityTokens.ReplaceAsync(
            act.Db,
            person.Id,
            IdentityTokens.Of(act.Vault, person.Id, identity),
            cancellation
        );
        await ChildNotices.BeginAsync(act, person, cancellation);
        act.Note("person", person.Id);
        return default(Done);
    }
}

/// <param name="PersonId">Who.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="Identity">All of it; what is left empty is forgotten.</param>
public sealed record ChangeIdentityInput(Guid PersonId, int Version, PersonIdentity Identity);
