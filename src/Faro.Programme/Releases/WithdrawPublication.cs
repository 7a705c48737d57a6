// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Releases;

/// <summary>Takes an edition from the public, or turns a proposal down. It stays for the audit and for the rule of batches.</summary>
public sealed class WithdrawPublication(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.ApprovePublication;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var publication = await act.Db.Publications.FirstOrDefaultAsync(
            publication => publication.Id == input,
            cancellation
        );
        if (publication is null)
        {
            return new Refusal(ReleaseRefusals.NotFound);
        }

        if (publication.WithdrawnAt is not null)
        {
            return new Refusal(ReleaseRefusals.AlreadyWithdrawn);
        }

        (publication.WithdrawnAt, publication.WithdrawnBy) = (act.Now, act.Actor.UserId);
        act.Note("publication", publication.Id);
        return default(Done);
    }
}
