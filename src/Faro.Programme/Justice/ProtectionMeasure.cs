// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Justice;

/// <summary>A measure that protects her: asked for, in force until a day, refused or over.</summary>
public sealed class ProtectionMeasure : ICaseRow
{
    public const string KindList = "protection-measure-kinds";
    public const string StateList = "measure-states";
    public const string Asked = "asked";
    public const string Granted = "granted";
    public const string Refused = "refused";
    public const string Mistake = "mistake";
    public const string DueKind = "protection-measure";

    /// <summary>Its end is told so many days before: to ask for more takes time.</summary>
    public const int RemindDays = 15;

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>A code of the list <c>protection-measure-kinds</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>A code of the list <c>measure-states</c>.</summary>
    public string State { get; set; } = Asked;

    /// <summary>Who was asked: a code of the list <c>justice-authorities</c>.</summary>
    public string Authority { get; set; } = "";

    public DateOnly AskedOn { get; set; }

    public DateOnly? DecidedOn { get; set; }

    /// <summary>The last day in force; null for as long as the process.</summary>
    public DateOnly? Until { get; set; }

    public DateOnly? RemindOn { get; set; }

    /// <summary>What was asked and ordered, in words; sealed.</summary>
    public byte[]? Box { get; set; }

    public int Version { get; set; } = 1;

    internal static string Field(Guid id) => $"justice-measure:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .ProtectionMeasures.SeenBy(reader, db)
            .Where(row => row.State == Granted && row.Until != null)
            .Select(row => new CaseDue
            {
                CaseId = row.CaseId,
                Compartment = row.Compartment,
                RowId = row.Id,
                Kind = DueKind,
                On = row.Until!.Value,
                RemindOn = row.RemindOn,
                UserId = null,
            });
}

/// <summary>Writes down a protection measure.</summary>
public sealed class RecordMeasure(OperationDoor door)
    : RecordLegalRow<ProtectionMeasure, MeasureFacts>(door)
{
    protected override string Noun => "measure";

    protected override ProtectionMeasure New(Act act, Guid caseId) =>
        new()
        {
            Id = act.NewId(),
            CaseId = caseId,
            Compartment = Compartments.Legal,
        };
}

/// <param name="Kind">A code of the list <c>protection-measure-kinds</c>.</param>
/// <param name="State">A code of the list <c>measure-states</c>.</param>
/// <param name="Authority">A code of the list <c>justice-authorities</c>.</param>
/// <param name="AskedOn">Null for today.</param>
/// <param name="DecidedOn">Needed once it is granted or refused.</param>
/// <param name="Until">The last day in force; null for as long as the process.</param>
/// <param name="Words">Sealed.</param>
public sealed record MeasureFacts(
    string Kind,
    string State = ProtectionMeasure.Asked,
    string Authority = "",
    DateOnly? AskedOn = null,
    DateOnly? DecidedOn = null,
    DateOnly? Until = null,
    string Words = ""
) : LegalFacts<ProtectionMeasure>
{
    internal override Task CheckAsync(
        Act act,
        Case file,
        ProtectionMeasure row,
        CaseworkChecks checks,
        CancellationToken cancellation
    )
    {
        checks.Code(ProtectionMeasure.KindList, Kind, nameof(Kind));
        checks.Code(ProtectionMeasure.StateList, State, nameof(State));
        checks.Code(JusticeTrack.AuthorityList, Authority, nameof(Authority));
        checks.NotInFuture(AskedOn, nameof(AskedOn));
        checks.NotInFuture(DecidedOn, nameof(DecidedOn));
        checks.NotBefore(DecidedOn, AskedOn, nameof(DecidedOn));
        checks.Readable(Until, nameof(Until));
        checks.NotBefore(Until, DecidedOn ?? AskedOn, nameof(Until));
        checks.Must(
            State is not (ProtectionMeasure.Granted or ProtectionMeasure.Refused)
                || DecidedOn is not null,
            JusticeRefusals.DecisionDayMissing,
            nameof(DecidedOn)
        );
        checks.Text(Words.Trim(), JusticeTrack.TextMaxLength, nameof(Words));
        return Task.CompletedTask;
    }

    internal override void Apply(ProtectionMeasure row, CasePen pen, DateOnly today)
    {
        row.Kind = Kind;
        row.State = State;
        row.Authority = Authority;
        row.AskedOn = AskedOn ?? today;
        row.DecidedOn = DecidedOn;
        row.Until = Until;
        row.RemindOn = Until?.AddDays(-ProtectionMeasure.RemindDays);
        row.Box = pen.Seal(Words.Trim(), ProtectionMeasure.Field(row.Id));
    }
}

internal sealed class ProtectionMeasureMapping : IEntityTypeConfiguration<ProtectionMeasure>
{
    public void Configure(EntityTypeBuilder<ProtectionMeasure> builder)
    {
        builder.ToTable("justice_measures");
        builder.Property(row => row.Compartment).HasMaxLength(20);
        builder.Property(row => row.Kind).HasMaxLength(30);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.Property(row => row.Authority).HasMaxLength(30);
        builder.HasIndex(row => new { row.CaseId, row.State });
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.Open(
            row => row.Id,
            row => row.CaseId,
            row => row.Compartment,
            row => row.Until,
            row => row.RemindOn,
            row => row.Version
        );
        builder.Sensitive(
            row => row.Kind,
            row => row.State,
            row => row.Authority,
            row => row.AskedOn,
            row => row.DecidedOn
        );
        builder.Sealed(row => row.Box);
    }
}
