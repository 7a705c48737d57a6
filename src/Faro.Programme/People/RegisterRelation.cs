// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>Ties two people whom the actor sees, both still with an identity.</summary>
public sealed class RegisterRelation(OperationDoor door)
    : Operation<RegisterRelationInput, Guid>(door)
{
    public override Permission Permission => Permissions.RegisterPeople;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RegisterRelationInput input,
        CancellationToken cancellation
    )
    {
        var number = input.RelativeNumber.Trim().ToUpperInvariant();
        var pair = await act
            .Db.People.VisibleTo(act.Actor)
            .Where(row => row.Id == input.PersonId || row.Number == number)
            .ToListAsync(cancellation);
        var person = pair.Find(row => row.Id == input.PersonId);
        var relative = pair.Find(row => row.Number == number);
        if (person is null)
        {
            return new Refusal(PeopleRefusals.NotFound);
        }

        var today = act.Today;
        if (!CodeLists.Get(RelationKinds.List).Accepts(input.Kind, today))
        {
            return new Refusal(PeopleRefusals.RelationKindUnknown, nameof(input.Kind));
        }

        if (relative is null)
        {
            return new Refusal(PeopleRefusals.RelativeNotFound, nameof(input.RelativeNumber));
        }

        if (relative.Id == person.Id)
        {
            return new Refusal(PeopleRefusals.RelationToOneself, nameof(input.RelativeNumber));
        }

        if (person.ErasedAt is not null || relative.ErasedAt is not null)
        {
            return new Refusal(PeopleRefusals.Erased);
        }

        var isTied = await act.Db.PersonRelations.AnyAsync(
            tie =>
                (tie.PersonId == person.Id && tie.RelativeId == relative.Id)
                || (tie.PersonId == relative.Id && tie.RelativeId == person.Id),
            cancellation
        );
        if (isTied)
        {
            return new Refusal(PeopleRefusals.RelationExists, nameof(input.RelativeNumber));
        }

        var relation = new PersonRelation
        {
            Id = act.NewId(),
            PersonId = person.Id,
            RelativeId = relative.Id,
            Kind = input.Kind,
            CreatedAt = act.Now,
        };
        act.Db.PersonRelations.Add(relation);
        act.Note("person", person.Id, ("relation", relation.Id.ToString()));
        act.Note("person", relative.Id, ("relation", relation.Id.ToString()));
        return relation.Id;
    }
}

/// <param name="PersonId">Whose page it is written on.</param>
/// <param name="RelativeNumber">The other's pseudonymous number.</param>
/// <param name="Kind">What the other is to her: a code of the list <c>relation-kinds</c>.</param>
public sealed record RegisterRelationInput(Guid PersonId, string RelativeNumber, string Kind);
