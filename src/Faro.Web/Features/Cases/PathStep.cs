// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Cases;

/// <summary>One step of a case's path.</summary>
public sealed record PathStep(string To, DateTimeOffset At, string Who)
{
    /// <summary>Where a case has been, oldest first.</summary>
    internal static Task<List<PathStep>> ReadAsync(
        FaroDb db,
        Guid caseId,
        CancellationToken cancellation
    ) =>
        (
            from step in db.CaseSteps
            where step.CaseId == caseId
            orderby step.Version
            select new PathStep(
                step.To,
                step.At,
                db.Users.Where(user => user.Id == step.UserId)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? ""
            )
        ).ToListAsync(cancellation);
}
