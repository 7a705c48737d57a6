// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Consent;

/// <summary>
/// The words that a person is shown before she says yes or no: one purpose, one version, one language. A text is never
/// changed; other words are another version.
/// </summary>
public sealed class ConsentText
{
    public const int TitleMaxLength = 150;
    public const int BodyMinLength = 100;
    public const int BodyMaxLength = 6000;
    public const string LanguageList = "languages";

    public Guid Id { get; init; }

    /// <summary>A code of the list <c>consent-purposes</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>1, 2, 3 …; the same version in two languages says the same.</summary>
    public int Version { get; init; }

    /// <summary>A code of the list <c>languages</c>.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>Paragraphs, with an empty line between them.</summary>
    public required string Body { get; init; }

    /// <summary>Null for the texts that come with Faro.</summary>
    public Guid? AddedBy { get; init; }

    /// <summary>Null for the texts that come with Faro.</summary>
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>The id of the words themselves: the same words are never two texts, and changed words never the same.</summary>
    internal static Guid IdOf(
        string purpose,
        int version,
        string language,
        string title,
        string body
    ) =>
        new(
            SHA256.HashData(
                Encoding.UTF8.GetBytes($"{purpose}\n{version}\n{language}\n{title}\n{body}")
            )[..16]
        );
}

internal sealed class ConsentTextMapping : IEntityTypeConfiguration<ConsentText>
{
    public void Configure(EntityTypeBuilder<ConsentText> builder)
    {
        builder.ToTable("consent_texts");
        builder.Property(text => text.Id).ValueGeneratedNever();
        builder.Property(text => text.Purpose).HasMaxLength(30);
        builder.Property(text => text.Language).HasMaxLength(10);
        builder.Property(text => text.Title).HasMaxLength(ConsentText.TitleMaxLength);
        builder.Property(text => text.Body).HasMaxLength(ConsentText.BodyMaxLength);
        builder
            .HasIndex(text => new
            {
                text.Purpose,
                text.Version,
                text.Language,
            })
            .IsUnique();
        builder.Open(
            text => text.Id,
            text => text.Purpose,
            text => text.Version,
            text => text.Language,
            text => text.Title,
            text => text.Body,
            text => text.AddedBy,
            text => text.AddedAt
        );
    }
}
