// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

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
        var found = await act.OpenFactsAsync(input.CaseId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var refusals = new List<Refusal>();
        input.Facts.Check(refusals, act.Today());
        input.Evidence.Check(refusals, act.Today());
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var row = input.PerpetratorId is { } id
            ? await act.Db.Perpetrators.FirstOrDefaultAsync(
                each => each.Id == id && each.CaseId == input.CaseId && each.WithdrawnAt == null,
                cancellation
            )
            : act
                .Db.Perpetrators.Add(
                    new Perpetrator
                    {
                        Id = act.NewId(),
                        CaseId = input.CaseId,
                        Kind = input.Facts.Kind,
                        Version = input.Version,
                    }
                )
                .Entity;
        if (row is null)
        {
            return new Refusal(IdentificationRefusals.RowNotFound);
        }

        if (row.Version != input.Version)
        {
            return new Refusal(IdentificationRefusals.ChangedMeanwhile);
        }

        row.Version++;
        input.Facts.Apply(row);
        row.NameBox = SealedWords.Seal(
            act.Vault,
            found.Value.Key,
            input.Facts.Name.Trim(),
            Perpetrator.NameField(row.Id)
        );
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
        var codes = new CaseCodes(refusals, today);
        codes.Must(
            CodeLists.Get(KindList).Accepts(Kind, today),
            IdentificationRefusals.TypeMissing,
            nameof(Kind)
        );
        codes.Must(
            Roles.Count > 0 && Roles.All(role => CodeLists.Get(RoleList).Accepts(role, today)),
            IdentificationRefusals.RoleMissing,
            nameof(Roles)
        );
        codes.Must(
            Name.Length <= Perpetrator.NameMaxLength,
            IdentificationRefusals.WordsTooLong,
            nameof(Name)
        );
        codes.MayBe(FactKinds.RecruiterRelations, Relation, nameof(Relation));
        codes.MayBe(PersonFacts.SexList, Sex, nameof(Sex));
        codes.MayBe(AgeBands.List, AgeBand, nameof(AgeBand));
        codes.MayBe(PersonFacts.CountryList, Citizenship, nameof(Citizenship));
        codes.MayBe(FactKinds.MaritalStatus, MaritalStatus, nameof(MaritalStatus));
        codes.MayBe(StageList, Stage, nameof(Stage));
    }

    internal void Apply(Perpetrator row)
    {
        (row.Kind, row.Relation, row.Sex) = (Kind, Relation, Sex);
        (row.AgeBand, row.Citizenship) = (AgeBand, Citizenship);
        (row.MaritalStatus, row.Stage) = (MaritalStatus, Stage);
        row.Roles = [.. Roles.Distinct(StringComparer.Ordinal)];
    }
}
