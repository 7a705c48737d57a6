// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.People;

/// <summary>Everything pseudonymous of one person, as her pages and the API show it.</summary>
public sealed record PersonSummary(
    Guid Id,
    string Number,
    Guid AgencyId,
    string Agency,
    string Sex,
    string Gender,
    string AgeBand,
    bool AgeInDoubt,
    string Citizenship,
    string Status,
    IReadOnlyList<string> ExploitationForms,
    DateOnly RegisteredOn,
    DateTimeOffset? ErasedAt,
    Guid? JoinedToId,
    int Version
)
{
    /// <summary>Age in doubt and nothing to settle it (LG 3-X).</summary>
    public bool IsPresumedMinor => Person.PresumesMinor(AgeInDoubt, AgeBand);

    internal PersonFacts ToFacts() =>
        new()
        {
            Sex = Sex,
            Status = Status,
            Gender = Gender,
            AgeBand = AgeBand,
            AgeInDoubt = AgeInDoubt,
            Citizenship = Citizenship,
            ExploitationForms = ExploitationForms,
        };

    /// <returns>Null when there is nobody, or nobody the actor may see.</returns>
    internal static Task<PersonSummary?> ReadAsync(
        FaroDb db,
        Actor actor,
        Guid id,
        CancellationToken cancellation
    ) =>
        db
            .People.VisibleTo(actor)
            .Where(person => person.Id == id)
            .Select(person => new PersonSummary(
                person.Id,
                person.Number,
                person.AgencyId,
                db.Agencies.Where(agency => agency.Id == person.AgencyId)
                    .Select(agency => agency.Name)
                    .FirstOrDefault()
                    ?? "",
                person.Sex,
                person.Gender,
                person.AgeBand,
                person.AgeInDoubt,
                person.Citizenship,
                person.Status,
                person.ExploitationForms,
                person.RegisteredOn,
                person.ErasedAt,
                person.JoinedToId,
                person.Version
            ))
            .FirstOrDefaultAsync(cancellation);
}
