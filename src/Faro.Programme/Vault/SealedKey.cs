// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Vault;

/// <summary>
/// The key of one owner (a person, a source of a study), wrapped by a key that lies outside the database. Deleting this
/// row makes everything sealed with it unreadable.
/// </summary>
public sealed class SealedKey
{
    /// <summary>The id of whose data it seals.</summary>
    public Guid OwnerId { get; init; }

    /// <summary>Which key-encryption key wraps it.</summary>
    public int WrappedBy { get; set; }

    /// <summary>Nonce (12), tag (16), key (32) under AES-256-GCM, bound to the owner.</summary>
    public required byte[] Wrapped { get; set; }
}

internal sealed class SealedKeyMapping : IEntityTypeConfiguration<SealedKey>
{
    public void Configure(EntityTypeBuilder<SealedKey> builder)
    {
        builder.ToTable("sealed_keys");
        builder.HasKey(key => key.OwnerId);
        builder.HasIndex(key => new { key.WrappedBy, key.OwnerId });
        builder.Open(key => key.OwnerId, key => key.WrappedBy);
        builder.Sealed(key => key.Wrapped);
    }
}
