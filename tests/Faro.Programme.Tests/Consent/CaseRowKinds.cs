// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Documents;
using Faro.Programme.Identification;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Tests.Consent;

/// <summary>All that the matrix of who sees what looks at.</summary>
internal static class CaseRowKinds
{
    public static readonly IReadOnlyList<CaseRowKind> All =
    [
        Of(
            "documents",
            (act, id, person, part) =>
                new Document
                {
                    Id = act.NewId(),
                    CaseId = id,
                    PersonId = person,
                    Compartment = part,
                    Kind = "other",
                    Current = 1,
                    CreatedAt = act.Now,
                }
        ),
        Of(
            "flags",
            (act, id, _, part) =>
                new CaseFlag
                {
                    Id = act.NewId(),
                    CaseId = id,
                    Compartment = part,
                    RaisedAt = act.Now,
                }
        ),
        Of(
            "tasks",
            (act, id, _, part) =>
                new CaseTask
                {
                    Id = act.NewId(),
                    CaseId = id,
                    Compartment = part,
                    Kind = "other",
                    State = "open",
                }
        ),
        Of(
            "notes and contacts",
            (act, id, _, part) =>
                new DiaryEntry
                {
                    Id = act.NewId(),
                    CaseId = id,
                    Compartment = part,
                }
        ),
        Of(
            "goals",
            (act, id, _, part) =>
                new PlanGoal
                {
                    Id = act.NewId(),
                    CaseId = id,
                    Compartment = part,
                    Type = "legal",
                    State = PlanGoal.Open,
                }
        ),
        Of(
            "assessments",
            (act, id, _, part) =>
                new Assessment
                {
                    Id = act.NewId(),
                    CaseId = id,
                    Compartment = part,
                    Instrument = AssessmentForm.Risk,
                }
        ),
        Of(
            "evidence",
            (act, id, _, part) =>
                new CaseEvidence
                {
                    Id = act.NewId(),
                    CaseId = id,
                    Compartment = part,
                    Source = FactSources.Statement,
                    Certainty = FactCertainties.Certain,
                }
        ),
        Of(
            "determinations",
            (act, id, _, part) =>
                new Determination
                {
                    Id = act.NewId(),
                    CaseId = id,
                    Compartment = part,
                    Outcome = DeterminationOutcomes.Possible,
                    State = DeterminationStates.Declined,
                    Body = "other",
                    LawVersions = "",
                    Findings = "{}",
                    FindingsHash = "",
                }
        ),
    ];

    private static CaseRowKind Of<T>(string name, Func<Act, Guid, Guid, string, T> make)
        where T : class, ICaseContent =>
        new(
            name,
            make,
            (db, actor, id) =>
                db.Set<T>()
                    .VisibleTo(actor, db)
                    .Where(row => row.CaseId == id)
                    .Select(row => row.Compartment)
                    .ToListAsync()
        );
}

/// <summary>Kinds of rows of a case that can lie in any compartment, one row made bare.</summary>
internal sealed record CaseRowKind(
    string Name,
    Func<Act, Guid, Guid, string, object> Make,
    Func<FaroDb, Actor, Guid, Task<List<string>>> SeenAsync
);
