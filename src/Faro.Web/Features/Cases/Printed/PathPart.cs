// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Cases.Printed;

/// <summary>Where the case has been, step by step.</summary>
internal sealed class PathPart : ICaseFilePart
{
    public int Order => 100;

    public async Task<CaseFileSection?> ReadAsync(
        CaseFileOrder order,
        CancellationToken cancellation
    )
    {
        var db = order.Db;
        var id = order.File.Id;
        var steps = await (
            from step in db.CaseSteps
            where step.CaseId == id
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
        return new CaseFileSection(
            typeof(PathSection),
            new(StringComparer.Ordinal) { [nameof(PathSection.Steps)] = steps }
        );
    }
}

/// <summary>One step of a case's path.</summary>
public sealed record PathStep(string To, DateTimeOffset At, string Who);
