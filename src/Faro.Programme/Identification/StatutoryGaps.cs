// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>
/// What a case still lacks for the statistics that the law asks for (R19: LG 88-VIII, 89-IV). A gap is nobody's fault and
/// no reason to ask her again: it says what to write down when it becomes known.
/// </summary>
public static class StatutoryGaps
{
    public const string List = "statutory-fields";

    /// <returns>Codes of the list <c>statutory-fields</c>, in its order.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(
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
                each.Sex,
                each.AgeBand,
                each.Citizenship,
                each.ExploitationForms,
            }
        ).FirstOrDefaultAsync(cancellation);
        if (person is null)
        {
            return [];
        }

        var facts = await db
            .TraffickingFacts.VisibleTo(actor, db)
            .Where(fact =>
                fact.CaseId == caseId && fact.WithdrawnAt == null && fact.Answer == FactAnswers.Yes
            )
            .Select(fact => fact.Kind)
            .Distinct()
            .ToListAsync(cancellation);
        var events = await db
            .TraffickingEvents.VisibleTo(actor, db)
            .Where(row => row.CaseId == caseId && row.WithdrawnAt == null)
            .ToListAsync(cancellation);
        var offenders = await db
            .Perpetrators.VisibleTo(actor, db)
            .Where(row => row.CaseId == caseId && row.WithdrawnAt == null)
            .ToListAsync(cancellation);
        var known = Known(
            person.Sex,
            person.AgeBand,
            person.Citizenship,
            person.ExploitationForms.Count > 0,
            facts,
            events,
            offenders
        );
        return
        [
            .. CodeLists.Get(List).Entries.Select(entry => entry.Code).Where(code => !known[code]),
        ];
    }

    /// <summary>How many fields each case still lacks, whoever may see them: for lists and counts of many.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        FaroDb db,
        IReadOnlyCollection<Guid> cases,
        CancellationToken cancellation
    )
    {
        var people = await (
            from file in db.Cases
            join each in db.People on file.PersonId equals each.Id
            where cases.Contains(file.Id)
            select new
            {
                file.Id,
                each.Sex,
                each.AgeBand,
                each.Citizenship,
                each.ExploitationForms,
            }
        ).ToListAsync(cancellation);
        var facts = (
            await db
                .TraffickingFacts.Where(fact =>
                    cases.Contains(fact.CaseId)
                    && fact.WithdrawnAt == null
                    && fact.Answer == FactAnswers.Yes
                )
                .Select(fact => new { fact.CaseId, fact.Kind })
                .Distinct()
                .ToListAsync(cancellation)
        ).ToLookup(fact => fact.CaseId, fact => fact.Kind);
        var events = (
            await db
                .TraffickingEvents.AsNoTracking()
                .Where(row => cases.Contains(row.CaseId) && row.WithdrawnAt == null)
                .ToListAsync(cancellation)
        ).ToLookup(row => row.CaseId);
        var offenders = (
            await db
                .Perpetrators.AsNoTracking()
                .Where(row => cases.Contains(row.CaseId) && row.WithdrawnAt == null)
                .ToListAsync(cancellation)
        ).ToLookup(row => row.CaseId);
        return people.ToDictionary(
            row => row.Id,
            row =>
                Known(
                    row.Sex,
                    row.AgeBand,
                    row.Citizenship,
                    row.ExploitationForms.Count > 0,
                    [.. facts[row.Id]],
                    [.. events[row.Id]],
                    [.. offenders[row.Id]]
                )
                    .Values.Count(known => !known)
        );
    }

    private static Dictionary<string, bool> Known(
        string sex,
        string band,
        string citizenship,
        bool hasForms,
        List<string> facts,
        List<TraffickingEvent> events,
        List<Perpetrator> offenders
    )
    {
        bool Recorded(string kind) => facts.Contains(kind, StringComparer.Ordinal);
        bool Event(string type, Func<TraffickingEvent, string> field) =>
            events.Exists(row => (type.Length == 0 || row.Type == type) && field(row).Length > 0);
        bool Offender(Func<Perpetrator, string> field) =>
            offenders.Exists(row => field(row).Length > 0);
        return new(StringComparer.Ordinal)
        {
            ["sex"] = sex is not ("" or "not-known"),
            ["age"] = band.Length > 0,
            ["nationality"] = citizenship.Length > 0,
            ["origin"] = Event(EventFacts.Recruitment, row => row.Country),
            ["marital-status"] = Recorded(FactKinds.MaritalStatus),
            ["migration-status"] = Recorded(FactKinds.MigrantTypes),
            ["recruitment-form"] = Recorded(FactKinds.RecruitmentMethods),
            ["modality"] = Recorded(FactKinds.Forms) || hasForms,
            ["destination"] = Event(EventFacts.Exploitation, row => row.Country),
            ["route"] = Event(EventFacts.Transit, row => row.Country),
            ["transport"] = Event("", row => row.Transport),
            ["border-transit"] = Event("", row => row.Crossing),
            ["offender-nationality"] = Offender(row => row.Citizenship),
            ["offender-age"] = Offender(row => row.AgeBand),
            ["offender-sex"] = Offender(row => row.Sex),
            ["offender-marital-status"] = Offender(row => row.MaritalStatus),
            ["offender-detection"] = Offender(row => row.Stage),
            ["modus-operandi"] = Recorded(FactKinds.Controls),
        };
    }
}
