// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>Corrects the pseudonymous facts of somebody.</summary>
public sealed class ChangePerson(OperationDoor door) : Operation<ChangePersonInput, Done>(door)
{
    public override Permission Permission => Permissions.RegisterPeople;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangePersonInput input,
        CancellationToken cancellation
    )
    {
        var person = await act
            .Db.People.KeptBy(act.Actor)
            .FirstOrDefaultAsync(row => row.Id == input.PersonId, cancellation);
        if (person is null)
        {
            return new Refusal(PeopleRefusals.NotFound);
        }

        if (person.Version != input.Version)
        {
            return new Refusal(PeopleRefusals.ChangedMeanwhile);
        }

        var today = act.Today;
        var refusals = input.Facts.Check(today);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        // The band chosen by hand stands; a birth date is asked again when the identity changes.
        var fields = input.Facts.Apply(person, birth: null);
        person.Version++;
        await ChildNotices.BeginAsync(act, person, cancellation);
        act.Note("person", person.Id, ("fields", string.Join(' ', fields)));
        return default(Done);
    }
}

/// <param name="PersonId">Who.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="Facts">All of them; what is left empty becomes not known.</param>
public sealed record ChangePersonInput(Guid PersonId, int Version, PersonFacts Facts);
