// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Access;

/// <summary>A bearer token of one person: acts with that person's roles and agency, until it expires or is revoked.</summary>
public sealed class ApiToken
{
    public const int NameMaxLength = 80;

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>What the owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, which is 32 random bytes and shown once.</summary>
    public required byte[] Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
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
