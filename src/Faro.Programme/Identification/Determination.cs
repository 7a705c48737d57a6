// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Identification;

/// <summary>
/// What a person decided on whether she is a victim, with the elements of both laws as they stood. It is never changed: a
/// later one follows it. The newest in force is what holds.
/// </summary>
public sealed class Determination : ICaseContent
{
    public const int ReasonsMinLength = 20;
    public const int ReasonsMaxLength = 8000;
    public const int DeciderMaxLength = 160;

    /// <summary>What is due in a case because of it: to look at it again, and the end of a reflection period.</summary>
    public const string ReviewDue = "determination";

    /// <inheritdoc cref="ReviewDue"/>
    public const string ReflectionDue = "reflection";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public string Compartment { get; init; } = Compartments.Social;

    /// <summary>A code of the list <c>determination-outcomes</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>A code of the list <c>determination-states</c>.</summary>
    public required string State { get; set; }

    /// <summary>A code of the list <c>decision-bodies</c>.</summary>
    public required string Body { get; init; }

    /// <summary>Local date.</summary>
    public DateOnly DecidedOn { get; init; }

    /// <summary>Who decided, by name and post; sealed.</summary>
    public byte[]? DeciderBox { get; init; }

    /// <summary>Why, sealed under her key.</summary>
    public byte[]? ReasonsBox { get; init; }

    /// <summary>Codes of the list <c>exploitation-forms</c> that were recorded then.</summary>
    public List<string> Forms { get; init; } = [];

    /// <summary>The versions of both laws, as in <c>palermo:2003 mexico:2024</c>.</summary>
    public required string LawVersions { get; init; }

    /// <summary>The elements as they stood, as JSON: codes, words of the law and evidence; no text about her.</summary>
    public required string Findings { get; init; }

    /// <summary>SHA-256 of <see cref="Findings"/>, hexadecimal: on every print.</summary>
    public required string FindingsHash { get; init; }

    /// <summary>When it must be looked at again; null for never.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>The last day of the reflection period that began with it; null when it began none (LM 113, 136).</summary>
    public DateOnly? ReflectionUntil { get; init; }

    /// <summary>Null when the programme itself did.</summary>
    public Guid? ProposedBy { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>Who confirmed or declined it, where the programme asks for a second person.</summary>
    public Guid? SettledBy { get; set; }

    /// <summary>When it came into force or was declined.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>A later one is in force: its dates no longer wait.</summary>
    public bool IsFollowed { get; set; }

    public int Version { get; set; } = 1;

    internal static string ReasonsField(Guid id) => $"determination-reasons:{id}";

    internal static string DeciderField(Guid id) => $"determination-decider:{id}";

    /// <summary>Reviews and ends of reflection periods that wait in open cases.</summary>
    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader)
    {
        var waiting = db
            .Determinations.SeenBy(reader, db)
            .Where(each => each.State == DeterminationStates.InForce && !each.IsFollowed);
        return waiting
            .Where(each => each.ReviewOn != null)
            .Select(each => new CaseDue
            {
                CaseId = each.CaseId,
                Compartment = each.Compartment,
                RowId = each.Id,
                Kind = ReviewDue,
                On = each.ReviewOn!.Value,
                RemindOn = null,
                UserId = null,
            })
            .Concat(
                waiting
                    .Where(each => each.ReflectionUntil != null)
                    .Select(each => new CaseDue
                    {
                        CaseId = each.CaseId,
                        Compartment = each.Compartment,
                        RowId = each.Id,
                        Kind = ReflectionDue,
                        On = each.ReflectionUntil!.Value,
                        RemindOn = null,
                        UserId = null,
                    })
            );
    }
}

internal sealed class DeterminationMapping : IEntityTypeConfiguration<Determination>
{
    public void Configure(EntityTypeBuilder<Determination> builder)
    {
        builder.ToTable("determinations");
        builder.Property(each => each.Compartment).HasMaxLength(20);
        builder.Property(each => each.Outcome).HasMaxLength(30);
        builder.Property(each => each.State).HasMaxLength(20);
        builder.Property(each => each.Body).HasMaxLength(30);
        builder.Property(each => each.LawVersions).HasMaxLength(60);
        builder.Property(each => each.FindingsHash).HasMaxLength(64);
        builder.HasIndex(each => new { each.CaseId, each.DecidedOn });
        builder.HasOne<Case>().WithMany().HasForeignKey(each => each.CaseId);
        builder.Open(
            each => each.Id,
            each => each.CaseId,
            each => each.Compartment,
            each => each.FindingsHash,
            each => each.ReviewOn,
            each => each.ReflectionUntil,
            each => each.ProposedBy,
            each => each.ProposedAt,
            each => each.SettledBy,
            each => each.SettledAt,
            each => each.IsFollowed,
            each => each.Version
        );
        builder.Sensitive(
            each => each.Outcome,
            each => each.State,
            each => each.Body,
            each => each.DecidedOn,
            each => each.Forms,
            each => each.LawVersions,
            each => each.Findings
        );
        builder.Sealed(each => each.DeciderBox, each => each.ReasonsBox);
    }
}
