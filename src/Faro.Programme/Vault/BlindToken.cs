// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Vault;

/// <summary>
/// A keyed fingerprint by which sealed data can be found (a name's token, its sound, a birth year, a document) without
/// being readable. Rows go with the person.
/// </summary>
public sealed class BlindToken
{
    public Guid OwnerId { get; init; }

    /// <summary>One of <see cref="BlindKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The first 16 bytes of HMAC-SHA-256 under the kind's key.</summary>
    public required byte[] Token { get; init; }
}

internal sealed class BlindTokenMapping : IEntityTypeConfiguration<BlindToken>
{
    public void Configure(EntityTypeBuilder<BlindToken> builder)
    {
        builder.ToTable("blind_tokens");
        builder.HasKey(token => new
        {
            token.Kind,
            token.Token,
            token.OwnerId,
        });
        builder.Property(token => token.Kind).HasMaxLength(10);
        builder.HasIndex(token => token.OwnerId);
        builder.Open(token => token.OwnerId, token => token.Kind);
        builder.Sealed(token => token.Token);
    }
}
