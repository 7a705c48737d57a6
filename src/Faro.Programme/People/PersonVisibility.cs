// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.People;

/// <summary>Which people somebody sees: those of the own agency and those whose case was
/// opened to them for a time; the data-protection officer and the programme see all.</summary>
public static class PersonVisibility
{
    /// <summary>One record for each person: those that stand behind another are left out. For lists and counts.</summary>
    public static IQueryable<Person> OnePerPerson(this IQueryable<Person> people) =>
        people.Where(person => person.JoinedToId == null);

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
        if (!actor.MayHaveGrants)
        {
            return people.Where(person => person.AgencyId == agency);
        }

        var living = LivingGrant.Of(actor);
        return people.Where(person =>
            person.AgencyId == agency
            || person.Cases.Any(file => file.Grants.AsQueryable().Any(living))
        );
    }
}
