// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Consent;

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

    /// <summary>
    /// Whose identity somebody may open. Who was let in by her consent sees who she is only where she agreed to that; an
    /// emergency asks no consent.
    /// </summary>
    public static IQueryable<Person> IdentityVisibleTo(this IQueryable<Person> people, Actor actor)
    {
        if (actor.IsSystem || actor.Roles.Contains(Role.DataProtection))
        {
            return people.VisibleTo(actor);
        }

        var agency = actor.AgencyId;
        var living = LivingGrant.Of(actor);
        return people
            .VisibleTo(actor)
            .Where(person =>
                person.AgencyId == agency
                || person.Cases.Any(file =>
                    file.AgencyId == agency
                    || file.Grants.AsQueryable()
                        .Where(living)
                        .Any(grant =>
                            grant.Consent == null
                            || grant.Consent.Categories.Contains(DataCategories.Identity)
                        )
                )
            );
    }

    /// <summary>Records that somebody's own agency keeps: only they correct who she is, or say that two are one.</summary>
    public static IQueryable<Person> KeptBy(this IQueryable<Person> people, Actor actor)
    {
        var agency = actor.AgencyId;
        return actor.IsSystem || actor.Roles.Contains(Role.DataProtection)
            ? people.VisibleTo(actor)
            : people.VisibleTo(actor).Where(person => person.AgencyId == agency);
    }
}
