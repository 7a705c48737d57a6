// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.People;

/// <summary>A new person: a number to say aloud, pseudonymous facts, and an identity under a key of her own.</summary>
public sealed class RegisterPerson(OperationDoor door) : Operation<RegisterPersonInput, Guid>(door)
{
    public override Permission Permission => Permissions.RegisterPeople;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RegisterPersonInput input,
        CancellationToken cancellation
    )
    {
        var today = act.Today;
        var identity = (input.Identity ?? new PersonIdentity()).Tidied();
        var registeredOn = input.RegisteredOn ?? today;
        var agency = act.Actor.IsSystem ? input.AgencyId : act.Actor.AgencyId;
        List<Refusal> refusals =
        [
            .. input.Facts.Check(today),
            .. IdentityChecks.Check(identity, today),
        ];
        if (agency is null)
        {
            refusals.Add(new Refusal(PeopleRefusals.AgencyMissing));
        }

        if (registeredOn > today)
        {
            refusals.Add(
                new Refusal(PeopleRefusals.RegisteredInFuture, nameof(input.RegisteredOn))
            );
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var person = new Person
        {
            Id = act.NewId(),
            Number = await PersonNumber.NextAsync(act.Db, registeredOn.Year, cancellation),
            AgencyId = agency!.Value,
            Sex = input.Facts.Sex,
            Status = input.Facts.Status,
            RegisteredOn = registeredOn,
            CreatedAt = act.Now,
        };
        input.Facts.Apply(person, identity.Birth);
        var key = act.Vault.NewKey(person.Id);
        person.Identity = new SealedIdentity
        {
            PersonId = person.Id,
            Box = IdentityBox.Seal(act.Vault, key, identity),
        };
        act.Db.People.Add(person);
        act.Db.SealedKeys.Add(key);
        act.Db.BlindTokens.AddRange(IdentityTokens.Of(act.Vault, person.Id, identity));
        act.Note("person", person.Id);
        return person.Id;
    }
}

/// <param name="Facts">Pseudonymous.</param>
/// <param name="Identity">Sealed at once; null when nothing is known, not even a name.</param>
/// <param name="RegisteredOn">When the programme met her; null for today. Older for records taken over from paper.</param>
/// <param name="AgencyId">For whom the programme itself registers; for everybody else it is their own agency.</param>
public sealed record RegisterPersonInput(
    PersonFacts Facts,
    PersonIdentity? Identity = null,
    DateOnly? RegisteredOn = null,
    Guid? AgencyId = null
);
