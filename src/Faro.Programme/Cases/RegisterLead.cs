// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>
/// Intake in one act: a person and her file, or neither. Relatives and dependants get files of their own, tied to hers:
/// they have the victim's rights (LG 60; LGV 4).
/// </summary>
public sealed class RegisterLead(OperationDoor door) : Operation<RegisterLeadInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RegisterLeadInput input,
        CancellationToken cancellation
    )
    {
        var person = await act.Get<RegisterPerson>()
            .ActAsync(
                act,
                new RegisterPersonInput(input.Facts, input.Identity, input.OpenedOn),
                cancellation
            );
        if (!person.Done)
        {
            return person.Refusals.ToList();
        }

        // The file is opened on a person that is there; both are one transaction.
        await act.Db.SaveChangesAsync(cancellation);
        if (input.RelativeOf is { } relative)
        {
            var number = await act
                .Db.People.Where(row => row.Id == person.Value)
                .Select(row => row.Number)
                .FirstAsync(cancellation);
            var tied = await act.Get<RegisterRelation>()
                .ActAsync(
                    act,
                    new RegisterRelationInput(relative, number, input.RelationKind),
                    cancellation
                );
            if (!tied.Done)
            {
                return tied.Refusals.ToList();
            }
        }

        return await act.Get<OpenCase>()
            .ActAsync(
                act,
                new OpenCaseInput(person.Value, input.Origin, input.OpenedOn),
                cancellation
            );
    }
}

/// <param name="Facts">Pseudonymous.</param>
/// <param name="Identity">Sealed at once; null when nothing is known, not even a name.</param>
/// <param name="Origin">A code of the list <c>case-origins</c>.</param>
/// <param name="OpenedOn">Null for today.</param>
/// <param name="RelativeOf">Somebody registered already, of whose family or company she is.</param>
/// <param name="RelationKind">What she is to that person: a code of the list <c>relation-kinds</c>.</param>
public sealed record RegisterLeadInput(
    PersonFacts Facts,
    PersonIdentity? Identity,
    string Origin,
    DateOnly? OpenedOn = null,
    Guid? RelativeOf = null,
    string RelationKind = ""
);
