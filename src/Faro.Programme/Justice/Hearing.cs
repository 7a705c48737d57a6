// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Justice;

/// <summary>An appointment of the process in which she may take part, who goes with her and how she is protected there.</summary>
public sealed class Hearing : ICaseRow
{
    public const int PlaceMaxLength = 200;
    public const string KindList = "hearing-kinds";
    public const string StateList = "hearing-states";
    public const string ArrangementList = "hearing-arrangements";
    public const string Planned = "planned";
    public const string Attended = "attended";
    public const string AttendedRemotely = "attended-remotely";
    public const string NotAttended = "not-attended";
    public const string Mistake = "mistake";
    public const string DueKind = "hearing";
    public const int RemindDays = 5;

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>A code of the list <c>hearing-kinds</c>.</summary>
    public string Kind { get; set; } = "";

    public DateOnly On { get; set; }

    public TimeOnly? At { get; set; }

    public DateOnly? RemindOn { get; set; }

    /// <summary>A code of the list <c>hearing-states</c>.</summary>
    public string State { get; set; } = Planned;

    /// <summary>Codes of the list <c>hearing-arrangements</c> (LG 66, 74).</summary>
    public List<string> Arrangements { get; set; } = [];

    /// <summary>The colleague who goes with her; null while nobody was named.</summary>
    public Guid? CompanionId { get; set; }

    /// <summary>The words of <see cref="HearingWords"/>, sealed.</summary>
    public byte[]? Box { get; set; }

    public int Version { get; set; } = 1;

    internal static string Field(Guid id) => $"justice-hearing:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .Hearings.SeenBy(reader, db)
            .Where(row => row.State == Planned)
            .Select(row => new CaseDue
            {
                CaseId = row.CaseId,
                Compartment = row.Compartment,
                RowId = row.Id,
                Kind = DueKind,
                On = row.On,
                RemindOn = row.RemindOn,
                UserId = row.CompanionId,
            });
}

/// <summary>What is written of a hearing.</summary>
public sealed record HearingWords
{
    public string Place { get; init; } = "";

    public string Notes { get; init; } = "";

    internal HearingWords Tidied() => new() { Place = Place.Trim(), Notes = Notes.Trim() };
}

/// <summary>Writes down a hearing.</summary>
public sealed class RecordHearing(OperationDoor door) : RecordLegalRow<Hearing, HearingFacts>(door)
{
    protected override string Noun => "hearing";

    protected override Hearing New(Act act, Guid caseId) =>
        new()
        {
            Id = act.NewId(),
            CaseId = caseId,
            Compartment = Compartments.Legal,
        };
}

/// <param name="Kind">A code of the list <c>hearing-kinds</c>.</param>
/// <param name="On">Null for today.</param>
/// <param name="At">Local time; null while nobody knows.</param>
/// <param name="State">A code of the list <c>hearing-states</c>.</param>
/// <param name="Arrangements">Codes of the list <c>hearing-arrangements</c>.</param>
/// <param name="CompanionId">A colleague of the case's agency.</param>
/// <param name="Words">Sealed.</param>
public sealed record HearingFacts(
    string Kind,
    DateOnly? On = null,
    TimeOnly? At = null,
    string State = Hearing.Planned,
    IReadOnlyList<string>? Arrangements = null,
    Guid? CompanionId = null,
    HearingWords? Words = null
) : LegalFacts<Hearing>
{
    internal override Task CheckAsync(
        Act act,
        Case file,
        Hearing row,
        CaseworkChecks checks,
        CancellationToken cancellation
    )
    {
        var words = (Words ?? new()).Tidied();
        checks.Code(Hearing.KindList, Kind, nameof(Kind));
        checks.Code(Hearing.StateList, State, nameof(State));
        foreach (var arrangement in Arrangements ?? [])
        {
            checks.Code(Hearing.ArrangementList, arrangement, nameof(Arrangements));
        }

        checks.Readable(On, nameof(On));
        checks.Must(
            State is not (Hearing.Attended or Hearing.AttendedRemotely or Hearing.NotAttended)
                || !(On > checks.Today),
            JusticeRefusals.HearingAhead,
            nameof(State)
        );
        checks.Text(words.Place, Hearing.PlaceMaxLength, nameof(words.Place));
        checks.Text(words.Notes, JusticeTrack.TextMaxLength, nameof(words.Notes));
        return checks.ColleagueAsync(
            act.Db,
            file.AgencyId,
            CompanionId,
            nameof(CompanionId),
            cancellation
        );
    }

    internal override void Apply(Hearing row, CasePen pen, DateOnly today)
    {
        row.Kind = Kind;
        row.On = On ?? today;
        row.At = At;
        row.RemindOn = row.On.AddDays(-Hearing.RemindDays);
        row.State = State;
        row.Arrangements = [.. (Arrangements ?? []).Distinct(StringComparer.Ordinal)];
        row.CompanionId = CompanionId;
        row.Box = pen.Seal((Words ?? new()).Tidied(), Hearing.Field(row.Id));
    }
}

internal sealed class HearingMapping : IEntityTypeConfiguration<Hearing>
{
    public void Configure(EntityTypeBuilder<Hearing> builder)
    {
        builder.ToTable("justice_hearings");
        builder.Property(row => row.Compartment).HasMaxLength(20);
        builder.Property(row => row.Kind).HasMaxLength(20);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.HasIndex(row => new { row.CaseId, row.On });
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.Open(
            row => row.Id,
            row => row.CaseId,
            row => row.Compartment,
            row => row.On,
            row => row.RemindOn,
            row => row.CompanionId,
            row => row.Version
        );
        builder.Sensitive(
            row => row.Kind,
            row => row.At,
            row => row.State,
            row => row.Arrangements
        );
        builder.Sealed(row => row.Box);
    }
}
