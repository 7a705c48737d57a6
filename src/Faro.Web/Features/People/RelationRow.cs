// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.People;

/// <summary>A tie as seen from one person: its kind says what the other is to her.</summary>
public sealed record RelationRow(Guid Id, string Kind, Guid RelativeId, string RelativeNumber)
{
    /// <summary>Ties to people whom the actor sees; of others not even that there are any.</summary>
    internal static async Task<IReadOnlyList<RelationRow>> ReadAsync(
        FaroDb db,
        Actor actor,
        Guid person,
        CancellationToken cancellation
    )
    {
        var visible = db.People.VisibleTo(actor);
        var rows = await db
            .PersonRelations.Where(tie => tie.PersonId == person || tie.RelativeId == person)
            .Select(tie => new
            {
                tie.Id,
                tie.Kind,
                IsOwn = tie.PersonId == person,
                Other = tie.PersonId == person ? tie.RelativeId : tie.PersonId,
            })
            .Join(
                visible,
                tie => tie.Other,
                other => other.Id,
                (tie, other) => new { tie, other.Number }
            )
            .OrderBy(row => row.tie.Id)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new RelationRow(
                row.tie.Id,
                row.tie.IsOwn ? row.tie.Kind : RelationKinds.Opposites[row.tie.Kind],
                row.tie.Other,
                row.Number
            )),
        ];
    }
}
