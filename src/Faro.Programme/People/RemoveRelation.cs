// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>Takes back a tie that was a mistake.</summary>
public sealed class RemoveRelation(OperationDoor door) : Operation<RemoveRelationInput, Done>(door)
{
    public override Permission Permission => Permissions.RegisterPeople;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RemoveRelationInput input,
        CancellationToken cancellation
    )
    {
        var visible = act.Db.People.VisibleTo(act.Actor);
        var relation = await act.Db.PersonRelations.FirstOrDefaultAsync(
            tie =>
                tie.Id == input.RelationId
                && (tie.PersonId == input.PersonId || tie.RelativeId == input.PersonId)
                && visible.Any(person => person.Id == input.PersonId),
            cancellation
        );
        if (relation is null)
        {
            return new Refusal(PeopleRefusals.RelationNotFound);
        }

        act.Db.PersonRelations.Remove(relation);
        act.Note("person", relation.PersonId, ("relation", relation.Id.ToString()));
        act.Note("person", relation.RelativeId, ("relation", relation.Id.ToString()));
        return default(Done);
    }
}

/// <param name="PersonId">Either end of it.</param>
/// <param name="RelationId">Which tie.</param>
public sealed record RemoveRelationInput(Guid PersonId, Guid RelationId);
