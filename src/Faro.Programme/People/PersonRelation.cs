// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.People;

/// <summary>
/// A tie between two people of the programme: family to the fourth degree, dependants and those who live together have
/// the victim's rights too (LG 60). Kept once, read from both ends.
/// </summary>
public sealed class PersonRelation
{
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public Guid RelativeId { get; init; }

    /// <summary>What the relative is to the person: a code of the list <c>relation-kinds</c>.</summary>
    public required string Kind { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class PersonRelationMapping : IEntityTypeConfiguration<PersonRelation>
{
    public void Configure(EntityTypeBuilder<PersonRelation> builder)
    {
        builder.ToTable("person_relations");
        builder.Property(tie => tie.Kind).HasMaxLength(40);
        builder.HasIndex(tie => new { tie.PersonId, tie.RelativeId }).IsUnique();
        builder.HasIndex(tie => tie.RelativeId);
        builder.HasOne<Person>().WithMany().HasForeignKey(tie => tie.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(tie => tie.RelativeId);
        builder.Open(tie => tie.Id, tie => tie.CreatedAt);
        builder.Sensitive(tie => tie.PersonId, tie => tie.RelativeId, tie => tie.Kind);
    }
}
