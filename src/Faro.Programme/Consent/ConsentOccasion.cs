// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Documents;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Consent;

/// <summary>
/// One talk in which a person was told, and said yes or no to one or more purposes: who decided, in what language, before
/// whom, and how it was signed.
/// </summary>
public sealed class ConsentOccasion
{
    public const string ItemList = "consent-items";
    public const int NameMaxLength = 120;

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>Local date.</summary>
    public DateOnly GivenOn { get; init; }

    /// <summary>One of <see cref="ConsentManners"/>.</summary>
    public required string Manner { get; init; }

    /// <summary>One of <see cref="ConsentCapacities"/>.</summary>
    public required string Capacity { get; init; }

    /// <summary>What the girl, boy or adolescent says: one of <see cref="ConsentAssents"/>, or empty for adults.</summary>
    public string Assent { get; init; } = "";

    /// <summary>The language in which it was explained, which may be none that a text is written in (LG 62-II, 90-I).</summary>
    public required string Language { get; init; }

    public bool WithInterpreter { get; init; }

    /// <summary>What was explained: codes of the list <c>consent-items</c> (HTCDS).</summary>
    public List<string> Items { get; init; } = [];

    /// <summary>The names of those who were there (<see cref="ConsentPeople"/>), sealed under the person's key.</summary>
    public byte[]? PeopleBox { get; init; }

    /// <summary>The signature drawn on the screen as a PNG image, sealed under the person's key.</summary>
    public byte[]? SignatureBox { get; init; }

    /// <summary>The signed sheet; it may come some days after the signature.</summary>
    public Guid? DocumentId { get; set; }

    public Guid? RecordedBy { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    internal static string SignatureField(Guid id) => $"consent-signature:{id}";

    internal static string PeopleField(Guid id) => $"consent-people:{id}";
}

/// <summary>How yes or no was said: codes of the list <c>consent-manners</c>.</summary>
public static class ConsentManners
{
    public const string List = "consent-manners";
    public const string Paper = "paper";
    public const string Drawn = "drawn";
    public const string Oral = "oral";
}

/// <summary>Who decides: codes of the list <c>consent-capacities</c>.</summary>
public static class ConsentCapacities
{
    public const string List = "consent-capacities";
    public const string Adult = "adult";
    public const string Supported = "supported";
    public const string Guardian = "guardian";
    public const string Authority = "authority";
}

/// <summary>What a girl, boy or adolescent says of it: codes of the list <c>consent-assents</c>.</summary>
public static class ConsentAssents
{
    public const string List = "consent-assents";
    public const string Yes = "yes";
    public const string No = "no";
    public const string TooYoung = "too-young";
}

/// <summary>Names of those who were there. Its text shows none.</summary>
/// <param name="Guardian">Who decides for a child: guardian, or who came for the protection authority.</param>
/// <param name="Tie">What the guardian is to her.</param>
/// <param name="Witness">Who heard it.</param>
/// <param name="Interpreter">Who put it into her language.</param>
public sealed record ConsentPeople(
    string Guardian = "",
    string Tie = "",
    string Witness = "",
    string Interpreter = ""
)
{
    /// <summary>No names.</summary>
    public override string ToString() => "•••";

    internal ConsentPeople Tidied() =>
        new(Guardian.Trim(), Tie.Trim(), Witness.Trim(), Interpreter.Trim());

    internal byte[]? Seal(CasePen pen, Guid occasion) =>
        this == new ConsentPeople() ? null : pen.Seal(this, ConsentOccasion.PeopleField(occasion));

    internal static ConsentPeople Open(CasePen pen, ConsentOccasion occasion) =>
        pen.Open<ConsentPeople>(occasion.PeopleBox, ConsentOccasion.PeopleField(occasion.Id))
        ?? new();
}

internal sealed class ConsentOccasionMapping : IEntityTypeConfiguration<ConsentOccasion>
{
    public void Configure(EntityTypeBuilder<ConsentOccasion> builder)
    {
        builder.ToTable("consent_occasions");
        builder.Property(occasion => occasion.Manner).HasMaxLength(20);
        builder.Property(occasion => occasion.Capacity).HasMaxLength(20);
        builder.Property(occasion => occasion.Assent).HasMaxLength(20);
        builder.Property(occasion => occasion.Language).HasMaxLength(10);
        builder.HasIndex(occasion => occasion.DocumentId);
        builder.HasOne<Case>().WithMany().HasForeignKey(occasion => occasion.CaseId);
        builder.HasOne<Document>().WithMany().HasForeignKey(occasion => occasion.DocumentId);
        builder.Open(
            occasion => occasion.Id,
            occasion => occasion.CaseId,
            occasion => occasion.PersonId,
            occasion => occasion.DocumentId,
            occasion => occasion.RecordedBy,
            occasion => occasion.RecordedAt
        );
        builder.Sensitive(
            occasion => occasion.GivenOn,
            occasion => occasion.Manner,
            occasion => occasion.Capacity,
            occasion => occasion.Assent,
            occasion => occasion.Language,
            occasion => occasion.WithInterpreter,
            occasion => occasion.Items
        );
        builder.Sealed(occasion => occasion.PeopleBox, occasion => occasion.SignatureBox);
    }
}
