// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Releases;

/// <summary>Makes a proposal public, exactly as it was proposed. Nobody approves what they proposed themselves.</summary>
public sealed class ApprovePublication(OperationDoor door) : Operation<Guid, int>(door)
{
    public override Permission Permission => Permissions.ApprovePublication;

    protected internal override async Task<Outcome<int>> ActAsync(
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

        if (!publication.IsPending)
        {
            return new Refusal(ReleaseRefusals.NotPending);
        }

        if (publication.ProposedBy == act.Actor.UserId)
        {
            return new Refusal(ReleaseRefusals.SamePerson);
        }

        if (await BatchRule.CheckAsync(act, publication.People, cancellation) is { } tooFew)
        {
            return tooFew;
        }

        publication.Edition =
            await act.Db.Publications.MaxAsync(each => each.Edition, cancellation) + 1;
        (publication.ApprovedAt, publication.ApprovedBy) = (act.Now, act.Actor.UserId);
        act.Note(
            "publication",
            publication.Id,
            ("edition", publication.Edition.ToString(CultureInfo.InvariantCulture))
        );
        return publication.Edition;
    }
}
