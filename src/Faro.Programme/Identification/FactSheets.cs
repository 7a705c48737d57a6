// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Identification.Rules;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>What is recorded in a case, as the rules take it: codes and dates, nothing sealed.</summary>
public static class FactSheets
{
    /// <returns>Null when there is no such case for this person.</returns>
    public static async Task<FactSheet?> ReadAsync(
        FaroDb db,
        Actor actor,
        Guid caseId,
        CancellationToken cancellation
    )
    {
        var person = await (
            from file in db.Cases.VisibleTo(actor)
            join each in db.People on file.PersonId equals each.Id
            where file.Id == caseId
            select new
            {
                each.AgeBand,
                each.AgeInDoubt,
                each.RegisteredOn,
            }
        ).FirstOrDefaultAsync(cancellation);
        if (person is null)
        {
            return null;
        }

        var facts = await (
            from fact in db.TraffickingFacts.VisibleTo(actor, db)
            join evidence in db.CaseEvidence on fact.EvidenceId equals evidence.Id
            where fact.CaseId == caseId && fact.WithdrawnAt == null
            select new StatedFact(
                fact.Id,
                fact.Kind,
                fact.Code,
                fact.Answer,
                evidence.Source,
                evidence.On,
                evidence.Certainty
            )
        ).ToListAsync(cancellation);
        var events = await db
            .TraffickingEvents.VisibleTo(actor, db)
            .Where(row => row.CaseId == caseId && row.WithdrawnAt == null)
            .Select(row => new
            {
                row.Type,
                row.From,
                row.Until,
                row.Age,
            })
            .ToListAsync(cancellation);
        return new FactSheet(
            facts,
            new AgeClues(
                person.AgeBand,
                person.AgeInDoubt,
                person.RegisteredOn,
                events.Min(row => PartialDate.First(row.From)),
                [.. events.Select(row => row.Age).OfType<int>()]
            ),
            LastDay([
                .. events
                    .Where(row => row.Type == EventFacts.Exploitation)
                    .Select(row => PartialDate.Last(row.Until)),
            ])
        );
    }

    /// <summary>Not over, or its end not known, while one place of exploitation has no end.</summary>
    private static DateOnly? LastDay(IReadOnlyList<DateOnly?> ends) =>
        ends.Count > 0 && ends.All(end => end is not null) ? ends.Max() : null;
}
