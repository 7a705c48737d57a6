// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Studies.Analyses;

/// <summary>
/// A person's word on the assumptions that no table can test. It holds for the lists it was given for; when they change it
/// must be given again. Earlier ones stay.
/// </summary>
public sealed class AssumptionSignature
{
    public const int NameMaxLength = 200;
    public const int EvidenceMaxLength = 1000;

    public Guid Id { get; init; }

    public Guid StudyId { get; init; }

    /// <summary>SHA-256 (hex) of what the lists were made from.</summary>
    public required string ListsHash { get; init; }

    /// <summary>As the report prints it.</summary>
    public required string Name { get; init; }

    /// <summary>JSON of a list of <see cref="AssumptionAnswer"/>.</summary>
    public required string Answers { get; init; }

    public Guid? SignedBy { get; init; }

    public DateTimeOffset SignedAt { get; init; }

    public IReadOnlyList<AssumptionAnswer> ReadAnswers() =>
        JsonSerializer.Deserialize<IReadOnlyList<AssumptionAnswer>>(Answers, StudyJson.Plain)!;
}

/// <param name="Code">A code of the list <c>study-assumptions</c>.</param>
/// <param name="Answer">A code of the list <c>assumption-answers</c>.</param>
/// <param name="Evidence">What it rests on, in the signer's words.</param>
public sealed record AssumptionAnswer(string Code, string Answer, string Evidence);

/// <summary>The two code lists of the checklist, where code branches on them.</summary>
public static class Assumptions
{
    public const string List = "study-assumptions";
    public const string AnswerList = "assumption-answers";

    /// <summary>It is believed, with evidence.</summary>
    public const string Holds = "holds";
    public const string InPart = "in-part";
    public const string DoesNotHold = "does-not-hold";
    public const string Unknown = "unknown";

    public static IReadOnlyList<string> Codes { get; } =
    [.. CodeLists.Get(List).Entries.Select(entry => entry.Code)];
}

internal sealed class AssumptionSignatureMapping : IEntityTypeConfiguration<AssumptionSignature>
{
    public void Configure(EntityTypeBuilder<AssumptionSignature> builder)
    {
        builder.ToTable("study_signatures");
        builder.Property(sign => sign.ListsHash).HasMaxLength(64);
        builder.Property(sign => sign.Name).HasMaxLength(AssumptionSignature.NameMaxLength);
        builder.HasIndex(sign => new { sign.StudyId, sign.Id });
        builder.Personal(sign => sign.Name);
        builder.Sensitive(sign => sign.Answers);
        builder.Open(
            sign => sign.Id,
            sign => sign.StudyId,
            sign => sign.ListsHash,
            sign => sign.SignedBy,
            sign => sign.SignedAt
        );
    }
}
