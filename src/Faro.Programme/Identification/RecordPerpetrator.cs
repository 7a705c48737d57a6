// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.People;

namespace Faro.Programme.Identification;

/// <summary>Records somebody who took part in what was done to her, or corrects what is known of them.</summary>
public sealed class RecordPerpetrator(OperationDoor door)
    : Operation<RecordPerpetratorInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RecordPerpetratorInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var refusals = new List<Refusal>();
        input.Facts.Check(refusals, act.Today);
        input.Evidence.Check(refusals, act.Today);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var next = await act.NextAsync(
            input.CaseId,
            input.PerpetratorId,
            input.Version,
            () =>
                new Perpetrator
                {
                    Id = act.NewId(),
                    CaseId = input.CaseId,
                    Kind = input.Facts.Kind,
                    Version = input.Version,
                },
            cancellation
        );
        if (!next.Done)
        {
            return next.Refusals.ToList();
        }

        var row = next.Value;
        input.Facts.Apply(row);
        row.NameBox = found.Value.Seal(input.Facts.Name.Trim(), Perpetrator.NameField(row.Id));
        row.EvidenceId = act.AddEvidence(found.Value, input.Evidence);
        act.Note("case", input.CaseId, ("perpetrator", row.Id.ToString()));
        return row.Id;
    }
}

/// <param name="CaseId">Which case.</param>
/// <param name="PerpetratorId">The one to correct; null for a new one.</param>
/// <param name="Version">Of the one to correct, as it was on the screen; 0 for a new one.</param>
/// <param name="Facts">What is known.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record RecordPerpetratorInput(
    Guid CaseId,
    Guid? PerpetratorId,
    int Version,
    PerpetratorFacts Facts,
    Evidence Evidence
);

/// <summary>What is known of somebody who took part. Everything but kind and role may be left out.</summary>
public sealed record PerpetratorFacts
{
    public const string KindList = "perpetrator-kinds";
    public const string RoleList = "perpetrator-roles";
    public const string StageList = "perpetrator-stages";

    public required string Kind { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public string Relation { get; init; } = "";

    public string Sex { get; init; } = "";

    public string AgeBand { get; init; } = "";

    public string Citizenship { get; init; } = "";

    public string MaritalStatus { get; init; } = "";

    public string Stage { get; init; } = "";

    /// <summary>As she knows them; sealed.</summary>
    public string Name { get; init; } = "";

    internal void Check(List<Refusal> refusals, DateOnly today)
    {
        refusals.Must(
            CodeLists.Get(KindList).Accepts(Kind, today),
            IdentificationRefusals.TypeMissing,
            nameof(Kind)
        );
        refusals.Must(
            Roles.Count > 0 && Roles.All(role => CodeLists.Get(RoleList).Accepts(role, today)),
            IdentificationRefusals.RoleMissing,
            nameof(Roles)
        );
        refusals.Must(
            Name.Length <= Perpetrator.NameMaxLength,
            IdentificationRefusals.WordsTooLong,
            nameof(Name)
        );
        refusals.MayBe(FactKinds.RecruiterRelations, Relation, nameof(Relation), today);
        refusals.MayBe(PersonFacts.SexList, Sex, nameof(Sex), today);
        refusals.MayBe(AgeBands.List, AgeBand, nameof(AgeBand), today);
        refusals.MayBe(PersonFacts.CountryList, Citizenship, nameof(Citizenship), today);
        refusals.MayBe(FactKinds.MaritalStatus, MaritalStatus, nameof(MaritalStatus), today);
        refusals.MayBe(StageList, Stage, nameof(Stage), today);
    }

    internal void Apply(Perpetrator row)
    {
        (row.Kind, row.Relation, row.Sex) = (Kind, Relation, Sex);
        (row.AgeBand, row.Citizenship) = (AgeBand, Citizenship);
        (row.MaritalStatus, row.Stage) = (MaritalStatus, Stage);
        row.Roles = [.. Roles.Distinct(StringComparer.Ordinal)];
    }
}
