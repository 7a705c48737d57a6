// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Studies.Analyses;

/// <summary>Which analysis is published, and why. The newest choice of a study holds; the earlier ones stay.</summary>
public sealed class HeadlineChoice
{
    public const int ReasonMaxLength = 1000;
    public const int WordsMaxLength = 2000;

    /// <summary>The first complete one, run with settings that nobody had seen a result of.</summary>
    public const string First = "first";

    /// <summary>The first complete one since the lists changed.</summary>
    public const string NewLists = "new-lists";

    /// <summary>A person chose it.</summary>
    public const string Chosen = "chosen";

    public Guid Id { get; init; }

    public Guid StudyId { get; init; }

    /// <summary>Among the choices of the study, from 1; the greatest holds.</summary>
    public int Number { get; init; }

    public Guid AnalysisId { get; init; }

    /// <summary><see cref="First"/>, <see cref="NewLists"/> or <see cref="Chosen"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>In the words of whoever chose it; empty unless <see cref="Chosen"/>.</summary>
    public string ReasonEs { get; init; } = "";

    public string ReasonEn { get; init; } = "";

    /// <summary>What the analyst adds to the wording for publication, which itself cannot be changed.</summary>
    public string WordsEs { get; init; } = "";

    public string WordsEn { get; init; } = "";

    public Guid? ChosenBy { get; init; }

    public DateTimeOffset ChosenAt { get; init; }
}

internal sealed class HeadlineChoiceMapping : IEntityTypeConfiguration<HeadlineChoice>
{
    public void Configure(EntityTypeBuilder<HeadlineChoice> builder)
    {
        builder.ToTable("study_headlines");
        builder.Property(choice => choice.Kind).HasMaxLength(20);
        builder.Property(choice => choice.ReasonEs).HasMaxLength(HeadlineChoice.ReasonMaxLength);
        builder.Property(choice => choice.ReasonEn).HasMaxLength(HeadlineChoice.ReasonMaxLength);
        builder.Property(choice => choice.WordsEs).HasMaxLength(HeadlineChoice.WordsMaxLength);
        builder.Property(choice => choice.WordsEn).HasMaxLength(HeadlineChoice.WordsMaxLength);
        builder.HasIndex(choice => new { choice.StudyId, choice.Number }).IsUnique();
        builder
            .HasOne<StudyAnalysis>()
            .WithMany()
            .HasForeignKey(choice => choice.AnalysisId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.Sensitive(
            choice => choice.ReasonEs,
            choice => choice.ReasonEn,
            choice => choice.WordsEs,
            choice => choice.WordsEn
        );
        builder.Open(
            choice => choice.Id,
            choice => choice.StudyId,
            choice => choice.Number,
            choice => choice.AnalysisId,
            choice => choice.Kind,
            choice => choice.ChosenBy,
            choice => choice.ChosenAt
        );
    }
}
