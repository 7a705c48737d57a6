// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Access;

/// <summary>A bearer token of one person: acts with that person's roles and agency, until it expires or is revoked.</summary>
public sealed class ApiToken
{
    public const int NameMaxLength = 80;

    /// <summary>Greatest life in days.</summary>
    public const int MaxDays = 365;

    /// <summary>Living tokens of one person.</summary>
    public const int MaxPerPerson = 20;

    /// <summary>Begins every secret, so that a scanner finds one that was published by mistake.</summary>
    public const string Prefix = "faro_";

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>What the owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, which is 32 random bytes and shown once.</summary>
    public required byte[] Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public bool LivesAt(DateTimeOffset moment) => RevokedAt is null && moment < ExpiresAt;

    /// <summary>What is kept of a secret: it has 256 random bits, so one fast hash is enough.</summary>
    public static byte[] HashOf(Secret secret) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal()));
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens");
        builder.Property(token => token.Name).HasMaxLength(ApiToken.NameMaxLength);
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasIndex(token => token.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(token => token.UserId);
        builder.Open(
            token => token.Id,
            token => token.UserId,
            token => token.Name,
            token => token.CreatedAt,
            token => token.ExpiresAt,
            token => token.RevokedAt
        );
        builder.Sealed(token => token.Hash);
    }
}
