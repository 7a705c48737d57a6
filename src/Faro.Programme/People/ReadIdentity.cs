// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>Opens one identity for somebody who may see it. Every opening is a line of the audit.</summary>
public sealed class ReadIdentity(OperationDoor door) : ReadingOperation<Guid, IdentityReading>(door)
{
    public override Permission Permission => Permissions.ViewIdentity;

    protected internal override async Task<Outcome<IdentityReading>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var found = await act
            .Db.People.IdentityVisibleTo(act.Actor)
            .Where(person => person.Id == input)
            .Select(person => new { person.Version, Box = person.Identity!.Box })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return new Refusal(PeopleRefusals.NotFound);
        }

        var key = await act.Db.SealedKeys.FindAsync([input], cancellation);
        if (found.Box is null || key is null)
        {
            return new Refusal(PeopleRefusals.Erased);
        }

        act.Note("person", input);
        return new IdentityReading(IdentityBox.Open(act.Vault, key, found.Box), found.Version);
    }
}

/// <param name="Identity">In the clear: show it once, store it nowhere.</param>
/// <param name="Version">Of the person, for a change that follows.</param>
public sealed record IdentityReading(PersonIdentity Identity, int Version);
