// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.People;

namespace Faro.Web.Features.People;

/// <summary>
/// Which people a list shows; whatever is empty does not narrow it. The newest come first, after the last person of the
/// page before.
/// </summary>
internal sealed record PersonFilter(
    string? Status,
    string? Sex,
    string? Citizenship,
    string? AgeBand,
    Guid? After
)
{
    public bool IsEmpty =>
        string.IsNullOrEmpty(Status)
        && string.IsNullOrEmpty(Sex)
        && string.IsNullOrEmpty(Citizenship)
        && string.IsNullOrEmpty(AgeBand);

    /// <param name="visible">Those whom the asker sees.</param>
    public IQueryable<PersonRow> Rows(IQueryable<Person> visible)
    {
        var people = visible.OnePerPerson();
        if (!string.IsNullOrEmpty(Status))
        {
            people = people.Where(person => person.Status == Status);
        }

        if (!string.IsNullOrEmpty(Sex))
        {
            people = people.Where(person => person.Sex == Sex);
        }

        if (!string.IsNullOrEmpty(Citizenship))
        {
            people = people.Where(person => person.Citizenship == Citizenship);
        }

        if (!string.IsNullOrEmpty(AgeBand))
        {
            people = people.Where(person => person.AgeBand == AgeBand);
        }

        if (After is { } after)
        {
            people = people.Where(person => person.Id < after);
        }

        return people
            .OrderByDescending(person => person.Id)
            .Select(person => new PersonRow(
                person.Id,
                person.Number,
                person.Sex,
                person.AgeBand,
                person.Citizenship,
                person.Status,
                person.RegisteredOn,
                person.ErasedAt != null
            ));
    }
}
