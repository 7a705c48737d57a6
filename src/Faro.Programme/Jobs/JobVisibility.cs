// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Jobs;

/// <summary>Which jobs somebody sees: what they asked for and what their agency asked for; who keeps the house sees all.</summary>
public static class JobVisibility
{
    public static IQueryable<Job> VisibleTo(this IQueryable<Job> jobs, Actor actor)
    {
        if (!actor.May(Permissions.ViewJobs))
        {
            return jobs.Where(job => false);
        }

        if (
            actor.IsSystem
            || actor.Roles.Contains(Role.Administrator)
            || actor.Roles.Contains(Role.DataProtection)
        )
        {
            return jobs;
        }

        var (user, agency) = (actor.UserId, actor.AgencyId);
        return jobs.Where(job =>
            (user != null && job.RequestedBy == user) || (agency != null && job.AgencyId == agency)
        );
    }
}
