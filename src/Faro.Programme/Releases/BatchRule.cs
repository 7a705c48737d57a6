// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Releases;

/// <summary>
/// An edition comes out only when at least ten more people are counted than in the last one, or a year later: whoever
/// compares two editions sees a crowd arrive, not a person.
/// </summary>
internal static class BatchRule
{
    /// <param name="act">The operation.</param>
    /// <param name="people">Persons counted now.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    /// <returns>Null when an edition may come out.</returns>
    public static async Task<Refusal?> CheckAsync(
        Act act,
        long people,
        CancellationToken cancellation
    )
    {
        // A withdrawn edition has been read all the same.
        var last = await act
            .Db.Publications.Where(publication => publication.Edition > 0)
            .OrderByDescending(publication => publication.Edition)
            .Select(publication => new { publication.ApprovedAt, publication.People })
            .FirstOrDefaultAsync(cancellation);
        return
            last is null
            || people - last.People >= Publication.NewPeople
            || act.Now >= last.ApprovedAt!.Value.AddYears(1)
            ? null
            : new Refusal(ReleaseRefusals.TooFewNew, "", Publication.NewPeople);
    }
}
