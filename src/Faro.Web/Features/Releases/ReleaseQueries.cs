// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Releases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Releases;

/// <summary>What the public pages and the API read: published editions, whoever asks.</summary>
internal static class ReleaseQueries
{
    public static IQueryable<ReleaseRow> ReleaseRows(this FaroDb db, Guid? after = null) =>
        db
            .Publications.Published()
            .Where(publication => after == null || publication.Id > after)
            .OrderBy(publication => publication.Id)
            .Select(publication => new ReleaseRow(
                publication.Id,
                publication.Edition,
                publication.ApprovedAt!.Value,
                publication.Minimum,
                publication
                    .Tables.OrderBy(table => table.Position)
                    .Select(table => table.Code)
                    .ToList()
            ));

    /// <summary>Every edition and proposal that the actor may see, newest first.</summary>
    public static IQueryable<EditionRow> EditionRows(this FaroDb db, Actor actor) =>
        db
            .Publications.VisibleTo(actor)
            .OrderByDescending(publication => publication.Id)
            .Select(publication => new EditionRow(
                publication.Id,
                publication.Edition,
                publication.ProposedAt,
                db.Users.Where(user => user.Id == publication.ProposedBy)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault(),
                publication.ApprovedAt,
                db.Users.Where(user => user.Id == publication.ApprovedBy)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault(),
                publication.WithdrawnAt != null
            ));

    /// <param name="db">To read from.</param>
    /// <param name="id">One edition; null for the latest.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null when it is not public, or nothing is.</returns>
    public static async Task<ReleaseWithTables?> ReleaseAsync(
        this FaroDb db,
        Guid? id,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Publications.Published()
            .Where(publication => id == null || publication.Id == id)
            .OrderByDescending(publication => publication.Edition)
            .Select(publication => new
            {
                publication.Id,
                publication.Edition,
                At = publication.ApprovedAt!.Value,
                publication.Minimum,
            })
            .FirstOrDefaultAsync(cancellation);
        return found is null
            ? null
            : new(
                found.Id,
                found.Edition,
                found.At,
                found.Minimum,
                await PublishedTables.ReadAsync(db, found.Id, cancellation)
            );
    }
}
