// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Lists;

/// <summary>Says with which list somebody begins: one that they see, or none, which shows all open cases.</summary>
public sealed class ChooseFirstList(OperationDoor door)
    : Operation<ChooseFirstListInput, Done>(door)
{
    public override Permission Permission => Permissions.ViewCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChooseFirstListInput input,
        CancellationToken cancellation
    )
    {
        if (act.Actor.UserId is not { } user)
        {
            return new Refusal(AccessRefusals.NotAllowed);
        }

        if (input.ListId is { } id)
        {
            var seen = await act
                .Db.SavedLists.VisibleTo(act.Actor)
                .AnyAsync(list => list.Id == id, cancellation);
            if (!seen)
            {
                return new Refusal(CaseloadRefusals.ListNotFound);
            }

            await act.BeginWithAsync(user, id, cancellation);
        }
        else if (await act.Db.FirstLists.FindAsync([user], cancellation) is { } first)
        {
            act.Db.FirstLists.Remove(first);
        }

        act.Note("list", input.ListId);
        return default(Done);
    }
}

/// <param name="ListId">Null for none.</param>
public sealed record ChooseFirstListInput(Guid? ListId);
