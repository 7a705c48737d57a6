// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Justice;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Regularisation;

/// <summary>How she stood towards the migration authority when she was met, and what she wants. One to a case.</summary>
public sealed class MigrationSituation : ICaseRow
{
    public const int TextMaxLength = 2000;
    public const string StatusList = "migration-statuses";
    public const string WishList = "stay-wishes";
    public const string AsylumList = "asylum-answers";
    public const string NotAsked = "not-asked";

    /// <summary>She is held in a migration station and has to be out by this day (LG 75, 90-VI; LM 136).</summary>
    public const string ReleaseDue = "station-release";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>At the first contact: a code of the list <c>migration-statuses</c>.</summary>
    public string Status { get; set; } = "";

    public DateOnly? EnteredOn { get; set; }

    /// <summary>A code of the list <c>stay-wishes</c>.</summary>
    public string Wish { get; set; } = NotAsked;

    public DateOnly? WishOn { get; set; }

    /// <summary>A code of the list <c>asylum-answers</c>.</summary>
    public string Asylum { get; set; } = NotAsked;

    /// <summary>When she was put into a migration station; null when she was not.</summary>
    public DateOnly? HeldOn { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    /// <summary>By when she has to be out; null when she is not held.</summary>
    public DateOnly? ReleaseBy { get; set; }

    /// <summary>In words, sealed.</summary>
    public byte[]? Box { get; set; }

    public int Version { get; set; } = 1;

    internal static string Field(Guid id) => $"migration:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .MigrationSituations.SeenBy(reader, db)
            .Where(row => row.ReleaseBy != null)
            .Select(row => new CaseDue
            {
                CaseId = row.CaseId,
                Compartment = row.Compartment,
                RowId = row.Id,
                Kind = ReleaseDue,
                On = row.ReleaseBy!.Value,
                RemindOn = null,
                UserId = null,
            });
}

/// <summary>Writes down how she stands towards the migration authority.</summary>
public sealed class WriteMigration(OperationDoor door)
    : RecordLegalRow<MigrationSituation, MigrationFacts>(door)
{
    protected override string Noun => "migration";

    protected override bool IsOneToACase => true;

    protected override MigrationSituation New(Act act, Guid caseId) =>
        new()
        {
            Id = act.NewId(),
            CaseId = caseId,
            Compartment = Compartments.Legal,
        };
}

/// <param name="Status">A code of the list <c>migration-statuses</c>.</param>
/// <param name="EnteredOn">When she came into the country.</param>
/// <param name="Wish">A code of the list <c>stay-wishes</c>.</param>
/// <param name="WishOn">When she said so.</param>
/// <param name="Asylum">A code of the list <c>asylum-answers</c>.</param>
/// <param name="HeldOn">When she was put into a migration station.</param>
/// <param name="ReleasedOn">When she came out.</param>
/// <param name="Words">Sealed.</param>
public sealed record MigrationFacts(
    string Status,
    DateOnly? EnteredOn = null,
    string Wish = MigrationSituation.NotAsked,
    DateOnly? WishOn = null,
    string Asylum = MigrationSituation.NotAsked,
    DateOnly? HeldOn = null,
    DateOnly? ReleasedOn = null,
    string Words = ""
) : LegalFacts<MigrationSituation>
{
    internal override Task CheckAsync(
        Act act,
        Case file,
        MigrationSituation row,
        CaseworkChecks checks,
        CancellationToken cancellation
    )
    {
        checks.Code(MigrationSituation.StatusList, Status, nameof(Status));
        checks.Code(MigrationSituation.WishList, Wish, nameof(Wish));
        checks.Code(MigrationSituation.AsylumList, Asylum, nameof(Asylum));
        checks.NotInFuture(EnteredOn, nameof(EnteredOn));
        checks.NotInFuture(WishOn, nameof(WishOn));
        checks.NotInFuture(HeldOn, nameof(HeldOn));
        checks.NotInFuture(ReleasedOn, nameof(ReleasedOn));
        checks.NotBefore(HeldOn, EnteredOn, nameof(HeldOn));
        checks.Must(
            ReleasedOn is null || HeldOn <= ReleasedOn,
            CaseworkRefusals.DaysOutOfOrder,
            nameof(ReleasedOn)
        );
        checks.Text(Words.Trim(), MigrationSituation.TextMaxLength, nameof(Words));
        return Task.CompletedTask;
    }

    internal override void Apply(MigrationSituation row, CasePen pen, DateOnly today)
    {
        row.Status = Status;
        row.EnteredOn = EnteredOn;
        row.Wish = Wish;
        row.WishOn = WishOn;
        row.Asylum = Asylum;
        row.HeldOn = HeldOn;
        row.ReleasedOn = ReleasedOn;
        row.ReleaseBy =
            HeldOn is { } held && ReleasedOn is null
                ? MigrationClock.Ends(MigrationClock.Release, held)
                : null;
        row.Box = pen.Seal(Words.Trim(), MigrationSituation.Field(row.Id));
    }
}

internal sealed class MigrationSituationMapping : IEntityTypeConfiguration<MigrationSituation>
{
    public void Configure(EntityTypeBuilder<MigrationSituation> builder)
    {
        builder.ToTable("migration_situations");
        builder.Property(row => row.Compartment).HasMaxLength(20);
        builder.Property(row => row.Status).HasMaxLength(30);
        builder.Property(row => row.Wish).HasMaxLength(20);
        builder.Property(row => row.Asylum).HasMaxLength(20);
        builder.HasIndex(row => row.CaseId).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.Open(
            row => row.Id,
            row => row.CaseId,
            row => row.Compartment,
            row => row.ReleaseBy,
            row => row.Version
        );
        builder.Sensitive(
            row => row.Status,
            row => row.EnteredOn,
            row => row.Wish,
            row => row.WishOn,
            row => row.Asylum,
            row => row.HeldOn,
            row => row.ReleasedOn
        );
        builder.Sealed(row => row.Box);
    }
}
