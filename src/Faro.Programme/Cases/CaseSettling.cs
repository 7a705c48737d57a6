// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Consent;
using Faro.Programme.Identification;
using Faro.Programme.People;
using Faro.Programme.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Faro.Programme.Cases;

/// <summary>
/// Keeps on the head of a case what lists and the supervisor ask of many. No operation calls it: the door does, in the same
/// transaction, for every case that the operation touched, so that no new operation can forget it. Rows that came past the
/// change tracker (thousands at once) are settled by whoever wrote them.
/// </summary>
/// <remarks>
/// All of it is of the social part, or of nobody's: that there is a health plan is not told by a list. Why it is kept and
/// not asked of the rows: decision 9.
/// </remarks>
internal static class CaseSettling
{
    /// <summary>Grows when what is worked out changes: older cases are settled anew after the next start.</summary>
    public const int Rules = 1;

    private static readonly DateOnly NoEnd = DateOnly.MaxValue;

    /// <summary>What an operation that is about to be saved, or was saved already, changed that counts here.</summary>
    public static void Note(EntityEntry entry, TouchedCases touched)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            return;
        }

        switch (entry.Entity)
        {
            case Case file:
                touched.Add(file.Id, CaseParts.Head);
                break;
            case Person person when entry.State == EntityState.Modified:
                touched.People.Add(person.Id);
                break;
            case SupportPlan or SafetyPlan or CaseFlag or Determination:
            case Interview { FinishedAt: not null }:
                touched.Add(((ICaseContent)entry.Entity).CaseId, CaseParts.Rows);
                break;
            case ConsentEntry consent:
                touched.Add(consent.CaseId, CaseParts.Consents);
                break;
            case TraffickingFact or TraffickingEvent or Perpetrator:
                touched.Add(((ICaseContent)entry.Entity).CaseId, CaseParts.Statutory);
                break;
        }
    }

    /// <summary>Settles what an operation touched. The last save is the door's.</summary>
    public static async Task SettleTouchedAsync(Act act, CancellationToken cancellation)
    {
        var (db, touched) = (act.Db, act.Db.Touched);
        db.NoteTouched();
        if (touched.People.Count > 0)
        {
            var people = touched.People.ToList();
            var cases = await db
                .Cases.Where(file => people.Contains(file.PersonId))
                .Select(file => file.Id)
                .ToListAsync(cancellation);
            cases.ForEach(id => touched.Add(id, CaseParts.Person));
        }

        if (touched.Cases.Count > 0)
        {
            await db.SaveChangesAsync(cancellation);
            await SettleAsync(act, touched.Cases, touched.Parts, cancellation);
        }
    }

    /// <summary>Works out the parts of these cases, from rows that are saved; all parts of a case that older rules settled.</summary>
    public static async Task SettleAsync(
        Act act,
        IReadOnlyCollection<Guid> ids,
        CaseParts parts,
        CancellationToken cancellation
    )
    {
        var db = act.Db;
        var files = await db.Cases.Where(file => ids.Contains(file.Id)).ToListAsync(cancellation);
        if (files.Exists(file => file.SettledBy < Rules))
        {
            parts = CaseParts.All;
        }

        foreach (var file in files)
        {
            file.QuietSince = file.LastContactOn ?? file.OpenedOn;
            file.RiskRank = CodeLists.Get(Assess.OverallList).Find(file.Risk)?.Order ?? 0;
            file.SettledBy = Rules;
        }

        if (parts.HasFlag(CaseParts.Person))
        {
            await SettlePeopleAsync(db, files, cancellation);
        }

        if (parts.HasFlag(CaseParts.Rows))
        {
            await SettleRowsAsync(db, files, cancellation);
        }

        if (parts.HasFlag(CaseParts.Consents))
        {
            await SettleConsentsAsync(act, files, cancellation);
        }

        if ((parts & (CaseParts.Person | CaseParts.Statutory)) != CaseParts.None)
        {
            var missing = await StatutoryGaps.CountAsync(db, ids, cancellation);
            files.ForEach(file => file.StatutoryMissing = missing[file.Id]);
        }
    }

    private static async Task SettlePeopleAsync(
        FaroDb db,
        List<Case> files,
        CancellationToken cancellation
    )
    {
        var ids = files.ConvertAll(file => file.Id);
        var people = files.ConvertAll(file => file.PersonId);
        var facts = await db
            .People.Where(person => people.Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                person.Sex,
                person.AgeBand,
                person.AgeInDoubt,
                person.ExploitationForms,
            })
            .ToDictionaryAsync(person => person.Id, cancellation);
        var stored = (
            await db.CaseForms.Where(row => ids.Contains(row.CaseId)).ToListAsync(cancellation)
        ).ToLookup(row => row.CaseId);
        foreach (var file in files)
        {
            var person = facts[file.PersonId];
            (file.Sex, file.AgeBand) = (person.Sex, person.AgeBand);
            file.IsMinor =
                AgeBands.IsMinor(person.AgeBand)
                || Person.PresumesMinor(person.AgeInDoubt, person.AgeBand);
            var forms = person.ExploitationForms.ToHashSet(StringComparer.Ordinal);
            foreach (var row in stored[file.Id])
            {
                row.AgencyId = file.AgencyId;
                if (!forms.Remove(row.Form))
                {
                    db.CaseForms.Remove(row);
                }
            }

            db.CaseForms.AddRange(
                forms.Select(form => new CaseForm
                {
                    CaseId = file.Id,
                    Form = form,
                    AgencyId = file.AgencyId,
                })
            );
        }
    }

    private static async Task SettleRowsAsync(
        FaroDb db,
        List<Case> files,
        CancellationToken cancellation
    )
    {
        var ids = files.ConvertAll(file => file.Id);
        var found = await InSocial(db.CaseFlags.Where(flag => flag.ResolvedAt == null), ids, "flag")
            .Concat(InSocial(db.SupportPlans, ids, "plan"))
            .Concat(InSocial(db.SafetyPlans.Where(plan => plan.IsLatest), ids, "safety"))
            .Concat(InSocial(db.Interviews.Where(row => row.FinishedAt != null), ids, "interview"))
            .Concat(
                InSocial(
                    db.Determinations.Where(row => row.State == DeterminationStates.InForce),
                    ids,
                    "decision"
                )
            )
            .Distinct()
            .ToListAsync(cancellation);
        var has = found.Select(row => (row.CaseId, row.What)).ToHashSet();
        foreach (var file in files)
        {
            file.HasFlag = has.Contains((file.Id, "flag"));
            file.HasPlan = has.Contains((file.Id, "plan"));
            file.HasSafetyPlan = has.Contains((file.Id, "safety"));
            file.IsInterviewed = has.Contains((file.Id, "interview"));
            file.IsDetermined = has.Contains((file.Id, "decision"));
        }
    }

    private static IQueryable<CaseHas> InSocial<T>(IQueryable<T> rows, List<Guid> ids, string what)
        where T : class, ICaseContent =>
        rows.Where(row => ids.Contains(row.CaseId) && row.Compartment == Compartments.Social)
            .Select(row => new CaseHas { CaseId = row.CaseId, What = what });

    private static async Task SettleConsentsAsync(
        Act act,
        List<Case> files,
        CancellationToken cancellation
    )
    {
        var ids = files.ConvertAll(file => file.Id);
        var living = (
            await act
                .Db.Consents.Where(entry =>
                    ids.Contains(entry.CaseId)
                    && entry.Answer != ConsentAnswers.Refused
                    && entry.WithdrawnAt == null
                )
                .Select(entry => new { entry.CaseId, entry.Until })
                .ToListAsync(cancellation)
        ).ToLookup(
            entry => entry.CaseId,
            entry => entry.Until is { } until ? until.LastDay(act.Clock) : NoEnd
        );
        foreach (var file in files)
        {
            file.ConsentUntil = living[file.Id].Max(day => (DateOnly?)day);
        }
    }

    private sealed class CaseHas
    {
        public Guid CaseId { get; init; }

        public required string What { get; init; }
    }
}

/// <summary>Parts of what is kept on the head of a case, by what they are worked out from.</summary>
[Flags]
internal enum CaseParts
{
    None = 0,
    Head = 1,
    Person = 2,
    Rows = 4,
    Consents = 8,
    Statutory = 16,
    All = Head | Person | Rows | Consents | Statutory,
}

/// <summary>What one operation touched, from its first save to its last.</summary>
internal sealed class TouchedCases
{
    public HashSet<Guid> Cases { get; } = [];

    public HashSet<Guid> People { get; } = [];

    public CaseParts Parts { get; private set; }

    public void Add(Guid caseId, CaseParts parts)
    {
        Cases.Add(caseId);
        Parts |= parts;
    }

    public void Forget()
    {
        Cases.Clear();
        People.Clear();
        Parts = CaseParts.None;
    }
}
