// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>Takes back that a record is the same person as another: it stands alone again, as it was.</summary>
public sealed class PartRecords(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.ViewIdentity;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var person = await act
            .Db.People.KeptBy(act.Actor)
            .FirstOrDefaultAsync(row => row.Id == input, cancellation);
        if (person is null)
        {
            return new Refusal(PeopleRefusals.NotFound);
        }

        if (person.JoinedToId is not { } kept)
        {
            return new Refusal(PeopleRefusals.NotJoined);
        }

        person.JoinedToId = null;
        person.Version++;
        act.Note("person", kept, ("parted", person.Id.ToString()));
        act.Note("person", person.Id, ("parted-from", kept.ToString()));
        return default(Done);
    }
}
