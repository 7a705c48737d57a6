// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Casework.Assessments;

/// <summary>Risk or needs as they were on a day. The next one stands beside it, so that the change can be seen.</summary>
public sealed class Assessment : ICaseRow
{
    public const int NoteMaxLength = 4000;
    public const int ItemNoteMaxLength = 500;

    /// <summary>How <see cref="CaseDue"/> names the day of the next one.</summary>
    public const string DueKind = "assessment";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    public required string Instrument { get; init; }

    public int InstrumentVersion { get; init; }

    public DateOnly On { get; init; }

    /// <summary>A code of the list <c>risk-levels</c>, as judged by a person; empty for needs.</summary>
    public string Overall { get; init; } = "";

    /// <summary>When it is to be done again.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>The words of <see cref="AssessmentWords"/>, sealed.</summary>
    public byte[]? Box { get; init; }

    public Guid? AuthorId { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>The last of its instrument in this case that was not taken back.</summary>
    public bool IsLatest { get; set; }

    /// <summary>Taken back: made by mistake.</summary>
    public DateTimeOffset? VoidedAt { get; set; }

    public Guid? VoidedById { get; set; }

    public int Version { get; set; } = 1;

    public List<AssessmentAnswer> Answers { get; init; } = [];

    internal static string Field(Guid id) => $"case-assessment:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .Assessments.SeenBy(reader, db)
            .Where(row => row.IsLatest && row.ReviewOn != null)
            .Select(row => new CaseDue
            {
                CaseId = row.CaseId,
                Compartment = row.Compartment,
                RowId = row.Id,
                Kind = DueKind,
                On = row.ReviewOn!.Value,
                RemindOn = null,
                UserId = null,
            });
}

/// <summary>One answer: an item of the instrument and its level.</summary>
public sealed class AssessmentAnswer
{
    public Guid AssessmentId { get; init; }

    public required string Item { get; init; }

    /// <summary>A code of the instrument's list of levels.</summary>
    public required string Level { get; init; }
}

/// <summary>What was written to an assessment.</summary>
public sealed class AssessmentWords
{
    public string Note { get; init; } = "";

    /// <summary>By the item's code.</summary>
    public Dictionary<string, string> ByItem { get; init; } = [];
}

internal sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("case_assessments");
        builder.Property(row => row.Compartment).HasMaxLength(20);
        builder.Property(row => row.Instrument).HasMaxLength(30);
        builder.Property(row => row.Overall).HasMaxLength(20);
        builder.HasIndex(row => new { row.CaseId, row.On });
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasMany(row => row.Answers).WithOne().HasForeignKey(row => row.AssessmentId);
        builder.Open(
            row => row.Id,
            row => row.CaseId,
            row => row.Compartment,
            row => row.Instrument,
            row => row.InstrumentVersion,
            row => row.ReviewOn,
            row => row.AuthorId,
            row => row.WrittenAt,
            row => row.IsLatest,
            row => row.VoidedAt,
            row => row.VoidedById,
            row => row.Version
        );
        builder.Sensitive(row => row.On, row => row.Overall);
        builder.Sealed(row => row.Box);
    }
}

internal sealed class AssessmentAnswerMapping : IEntityTypeConfiguration<AssessmentAnswer>
{
    public void Configure(EntityTypeBuilder<AssessmentAnswer> builder)
    {
        builder.ToTable("case_assessment_answers");
        builder.HasKey(answer => new { answer.AssessmentId, answer.Item });
        builder.Property(answer => answer.Item).HasMaxLength(30);
        builder.Property(answer => answer.Level).HasMaxLength(20);
        builder.Open(answer => answer.AssessmentId);
        builder.Sensitive(answer => answer.Item, answer => answer.Level);
    }
}
