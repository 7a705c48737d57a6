// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.People;

/// <summary>Which people somebody sees: those of the own agency; the data-protection officer and the programme see all.</summary>
public static class PersonVisibility
{
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, Actor actor)
    {
        if (!actor.May(Permissions.ViewPeople))
        {
            return people.Where(person => false);
        }

        if (actor.IsSystem || actor.Roles.Contains(Role.DataProtection))
        {
            return people;
        }

        var agency = actor.AgencyId;
        return people.Where(person => person.AgencyId == agency);
    }
}
