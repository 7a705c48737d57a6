// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Studies.Sources;

namespace Faro.Programme.Studies;

/// <summary>Which studies somebody sees: those of the own agency, and every closed one.</summary>
public static class StudyVisibility
{
    public static IQueryable<Study> VisibleTo(this IQueryable<Study> studies, Actor actor)
    {
        if (!actor.May(Permissions.ViewStudies))
        {
            return studies.Where(study => false);
        }

        if (actor.IsSystem)
        {
            return studies;
        }

        var agency = actor.AgencyId;
        return studies.Where(study => study.AgencyId == agency || study.ClosedAt != null);
    }

    /// <summary>Sources of the studies of the own agency: other agencies see the report, not the lists it came from.</summary>
    public static IQueryable<StudySource> VisibleTo(
        this IQueryable<StudySource> sources,
        Actor actor,
        FaroDb db
    )
    {
        if (!actor.May(Permissions.ViewStudies))
        {
            return sources.Where(source => false);
        }

        if (actor.IsSystem)
        {
            return sources;
        }

        var agency = actor.AgencyId;
        return sources.Where(source =>
            db.Studies.Any(study => study.Id == source.StudyId && study.AgencyId == agency)
        );
    }
}
