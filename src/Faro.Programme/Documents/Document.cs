// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.People;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Documents;

/// <summary>A document of a case file; its files are versions, sealed piece by piece under the person's key.</summary>
public sealed class Document : ICaseContent
{
    public const int TitleMaxLength = 150;

    /// <summary>So many days before its last one a document asks to be renewed.</summary>
    public const int DaysBeforeEnd = 30;

    public const string DueKind = "document";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>A code of the list <c>compartments</c>.</summary>
    public required string Compartment { get; set; }

    /// <summary>A code of the list <c>case-document-kinds</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>What colleagues call it, sealed under the person's key; null when the kind says enough.</summary>
    public byte[]? TitleBox { get; set; }

    /// <summary>The last day on which it is valid.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>The number of the newest version; 0 while the first one is on its way, and nobody sees it.</summary>
    public int Current { get; set; }

    public Guid? CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its files are gone; this row stays and says so.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public Guid? RemovedBy { get; set; }

    /// <summary>A code of the list <c>document-removal-reasons</c>, or empty.</summary>
    public string RemovalReason { get; set; } = "";

    public int Version { get; set; } = 1;

    internal static string TitleField(Guid id) => $"document-title:{id}";

    /// <summary>The last days of documents that are there.</summary>
    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .Documents.SeenBy(reader, db)
            .Where(document =>
                document.RemovedAt == null && document.Current > 0 && document.ExpiresOn != null
            )
            .Select(document => new CaseDue
            {
                CaseId = document.CaseId,
                Compartment = document.Compartment,
                RowId = document.Id,
                Kind = DueKind,
                On = document.ExpiresOn!.Value,
                RemindOn = document.ExpiresOn!.Value.AddDays(-DaysBeforeEnd),
                UserId = null,
            });
}

/// <summary>Kinds of documents: codes of the list <c>case-document-kinds</c>.</summary>
public static class DocumentKinds
{
    public const string List = "case-document-kinds";
    public const string ConsentForm = "consent-form";
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("documents");
        builder.Property(document => document.Compartment).HasMaxLength(20);
        builder.Property(document => document.Kind).HasMaxLength(40);
        builder.Property(document => document.RemovalReason).HasMaxLength(30);
        builder.HasIndex(document => new { document.CaseId, document.Id });
        builder.HasIndex(document => document.ExpiresOn);
        builder.HasOne<Case>().WithMany().HasForeignKey(document => document.CaseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(document => document.PersonId);
        builder.Open(
            document => document.Id,
            document => document.CaseId,
            document => document.PersonId,
            document => document.Compartment,
            document => document.Current,
            document => document.CreatedBy,
            document => document.CreatedAt,
            document => document.RemovedAt,
            document => document.RemovedBy,
            document => document.RemovalReason,
            document => document.Version
        );
        builder.Sensitive(document => document.Kind, document => document.ExpiresOn);
        builder.Sealed(document => document.TitleBox);
    }
}
