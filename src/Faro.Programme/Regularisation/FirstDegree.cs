// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Regularisation;

/// <summary>Ascendants and descendants in first degree: those who have a visa of their own (LG 78).</summary>
public static class FirstDegree
{
    private static readonly string[] Kinds = ["parent", "child"];

    /// <summary>Her mothers, fathers and children, of those whom the reader sees.</summary>
    public static async Task<IReadOnlyList<NearRelative>> ReadAsync(
        FaroDb db,
        Actor reader,
        Guid personId,
        CancellationToken cancellation
    )
    {
        var ties = await db
            .PersonRelations.Where(tie =>
                (tie.PersonId == personId || tie.RelativeId == personId) && Kinds.Contains(tie.Kind)
            )
            .Select(tie => new
            {
                Id = tie.PersonId == personId ? tie.RelativeId : tie.PersonId,
                IsOfHers = tie.PersonId == personId,
                tie.Kind,
            })
            .ToListAsync(cancellation);
        var ids = ties.ConvertAll(tie => tie.Id);
        var numbers = await db
            .People.VisibleTo(reader)
            .Where(person => ids.Contains(person.Id) && person.ErasedAt == null)
            .ToDictionaryAsync(person => person.Id, person => person.Number, cancellation);
        return
        [
            .. ties.Where(tie => numbers.ContainsKey(tie.Id))
                .Select(tie => new NearRelative(
                    tie.Id,
                    numbers[tie.Id],
                    tie.IsOfHers ? tie.Kind : RelationKinds.Opposites[tie.Kind]
                ))
                .OrderBy(each => each.Number, StringComparer.Ordinal),
        ];
    }
}

/// <param name="PersonId">Who.</param>
/// <param name="Number">Pseudonymous.</param>
/// <param name="Kind">What they are to her: <c>parent</c> or <c>child</c> of the list <c>relation-kinds</c>.</param>
public sealed record NearRelative(Guid PersonId, string Number, string Kind);
