// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Agencies;
using Faro.Programme.Cases;
using Faro.Programme.People;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Consent;

/// <summary>
/// One line of the ledger: what a person said to one purpose, one recipient and some kinds of data, or the exception of the
/// law that stands in its place. Nothing of it is changed later but that it is withdrawn, once.
/// </summary>
public sealed class ConsentEntry : ICaseContent
{
    public const int ReasonMinLength = 15;
    public const int ReasonMaxLength = 500;

    /// <summary>Most years that one consent may last: she is asked again.</summary>
    public const int MostYears = 5;

    public Guid Id { get; init; }

    /// <summary>How and where she said it; null for an exception of the law.</summary>
    public Guid? OccasionId { get; init; }

    public Guid CaseId { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>Consents lie with social work, which everybody who may see the case works in.</summary>
    public string Compartment { get; init; } = Compartments.Social;

    /// <summary>One of <see cref="ConsentAnswers"/>.</summary>
    public required string Answer { get; init; }

    /// <summary>A code of the list <c>consent-purposes</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>A code of the list <c>consent-recipients</c>.</summary>
    public required string Recipient { get; init; }

    public Guid? AgencyId { get; init; }

    /// <summary>A code of the list <c>countries</c>, of a consulate; else empty.</summary>
    public string Country { get; init; } = "";

    /// <summary>Codes of the list <c>data-categories</c>.</summary>
    public List<string> Categories { get; init; } = [];

    /// <summary>The text that was shown; null for an exception of the law.</summary>
    public Guid? TextId { get; init; }

    /// <summary>A code of the list <c>consent-exceptions</c>, or empty.</summary>
    public string Exception { get; init; } = "";

    /// <summary>Why the exception holds, sealed under the person's key.</summary>
    public byte[]? ReasonBox { get; init; }

    /// <summary>UTC; it counts from here.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>UTC; it counts no more from here. Null for as long as the case needs it.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    /// <summary>What she said when she withdrew it, sealed under the person's key.</summary>
    public byte[]? WithdrawalBox { get; private set; }

    public Guid? RecordedBy { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Says yes, or the law does, and it was neither withdrawn nor is it over.</summary>
    public bool IsLivingAt(DateTimeOffset moment) =>
        Answer != ConsentAnswers.Refused
        && Since <= moment
        && (Until is null || moment < Until)
        && (WithdrawnAt is null || moment < WithdrawnAt);

    internal void Withdraw(DateTimeOffset at, Guid? by, byte[]? words) =>
        (WithdrawnAt, WithdrawnBy, WithdrawalBox) = (at, by, words);
}

/// <summary>What a line of the ledger says: codes of the list <c>consent-answers</c>.</summary>
public static class ConsentAnswers
{
    public const string List = "consent-answers";
    public const string Given = "given";
    public const string Refused = "refused";
    public const string Exception = "exception";
}

internal sealed class ConsentEntryMapping : IEntityTypeConfiguration<ConsentEntry>
{
    public void Configure(EntityTypeBuilder<ConsentEntry> builder)
    {
        builder.ToTable("consents");
        builder.Property(entry => entry.Compartment).HasMaxLength(20);
        builder.Property(entry => entry.Answer).HasMaxLength(20);
        builder.Property(entry => entry.Purpose).HasMaxLength(30);
        builder.Property(entry => entry.Recipient).HasMaxLength(30);
        builder.Property(entry => entry.Country).HasMaxLength(10);
        builder.Property(entry => entry.Exception).HasMaxLength(40);
        builder.HasIndex(entry => new { entry.PersonId, entry.Purpose });
        builder.HasIndex(entry => new { entry.CaseId, entry.Id });
        builder.HasIndex(entry => entry.Until);
        builder.HasOne<ConsentOccasion>().WithMany().HasForeignKey(entry => entry.OccasionId);
        builder.HasOne<Case>().WithMany().HasForeignKey(entry => entry.CaseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(entry => entry.AgencyId);
        builder.HasOne<ConsentText>().WithMany().HasForeignKey(entry => entry.TextId);
        builder.Open(
            entry => entry.Id,
            entry => entry.OccasionId,
            entry => entry.CaseId,
            entry => entry.PersonId,
            entry => entry.Compartment,
            entry => entry.TextId,
            entry => entry.RecordedBy,
            entry => entry.RecordedAt,
            entry => entry.WithdrawnBy
        );
        builder.Sensitive(
            entry => entry.Answer,
            entry => entry.Purpose,
            entry => entry.Recipient,
            entry => entry.AgencyId,
            entry => entry.Country,
            entry => entry.Categories,
            entry => entry.Exception,
            entry => entry.Since,
            entry => entry.Until,
            entry => entry.WithdrawnAt
        );
        builder.Sealed(entry => entry.ReasonBox, entry => entry.WithdrawalBox);
    }
}
