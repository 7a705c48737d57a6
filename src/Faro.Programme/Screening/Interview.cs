// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Screening;

/// <summary>
/// One interview of a case. What was answered is sealed under the person's key; how it was held (language, place,
/// interpreter, who was there) are codes. Once finished it is read only; what is put right later carries a reason.
/// </summary>
public sealed class Interview : ICaseContent
{
    public const int AnswerMaxLength = 4000;
    public const int WhoMaxLength = 500;
    public const int ReasonMinLength = 10;
    public const int ReasonMaxLength = 500;

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    public required string Instrument { get; init; }

    public required string InstrumentVersion { get; init; }

    /// <summary>A code of the list <c>interview-states</c>.</summary>
    public required string State { get; set; }

    /// <summary>A code of the list <c>languages</c>: in which she was spoken to.</summary>
    public required string Language { get; init; }

    public required string Channel { get; init; }

    public required string Place { get; init; }

    public required string Interpreter { get; init; }

    /// <summary>Codes of the list <c>interview-company</c>: who else was present.</summary>
    public List<string> Company { get; init; } = [];

    /// <summary>Who interpreted and who was there, in words; sealed.</summary>
    public byte[]? WhoBox { get; init; }

    public Guid? InterviewerId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset SavedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The answers, sealed: <see cref="InterviewAnswers"/>.</summary>
    public byte[]? AnswersBox { get; set; }

    /// <summary>The key of the last save that was taken: a device that wrote it goes on from it.</summary>
    public Guid? LastSaveId { get; set; }

    /// <summary>Two devices said different things and nobody has chosen yet.</summary>
    public bool InConflict { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>
/// One save of an interview. Its id was made by the device that sent it, so that sending twice saves once. It holds
/// answers only where they would be lost otherwise: in a conflict, and before something was put right.
/// </summary>
public sealed class InterviewSave : ICaseContent
{
    public Guid Id { get; init; }

    public Guid InterviewId { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    public required string Kind { get; init; }

    /// <summary>The version of the interview that it made or, when nothing was taken, found.</summary>
    public int Version { get; init; }

    public Guid? UserId { get; init; }

    public DateTimeOffset At { get; init; }

    public byte[]? AnswersBox { get; init; }

    /// <summary>Why something was put right, sealed.</summary>
    public byte[]? ReasonBox { get; init; }

    /// <summary>Of a conflict: when somebody chose.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }
}

/// <summary>What a save did.</summary>
public static class InterviewSaveKinds
{
    public const string Saved = "saved";

    /// <summary>Kept beside the interview: another device had written meanwhile.</summary>
    public const string Conflict = "conflict";

    /// <summary>What stood before a reasoned change.</summary>
    public const string BeforeAmendment = "before-amendment";

    /// <summary>What stood before somebody chose between two versions.</summary>
    public const string BeforeChoice = "before-choice";
}

/// <summary>Codes of the list <c>interview-states</c>.</summary>
public static class InterviewStates
{
    public const string List = "interview-states";
    public const string Open = "open";

    /// <summary>"We stop here."</summary>
    public const string Paused = "paused";
    public const string Finished = "finished";
}

internal sealed class InterviewMapping : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> builder)
    {
        builder.ToTable("interviews");
        builder.Property(each => each.Compartment).HasMaxLength(20);
        builder.Property(each => each.Instrument).HasMaxLength(Instrument.CodeMaxLength);
        builder.Property(each => each.InstrumentVersion).HasMaxLength(Instrument.CodeMaxLength);
        builder.Property(each => each.State).HasMaxLength(20);
        builder.Property(each => each.Language).HasMaxLength(10);
        builder.Property(each => each.Channel).HasMaxLength(20);
        builder.Property(each => each.Place).HasMaxLength(30);
        builder.Property(each => each.Interpreter).HasMaxLength(20);
        builder.HasIndex(each => new { each.CaseId, each.StartedAt });
        builder.HasIndex(each => new { each.InterviewerId, each.InConflict });
        builder.HasOne<Case>().WithMany().HasForeignKey(each => each.CaseId);
        builder.HasOne<User>().WithMany().HasForeignKey(each => each.InterviewerId);
        builder.Open(
            each => each.Id,
            each => each.CaseId,
            each => each.Compartment,
            each => each.Instrument,
            each => each.InstrumentVersion,
            each => each.InterviewerId,
            each => each.SavedAt,
            each => each.LastSaveId,
            each => each.InConflict,
            each => each.Version
        );
        builder.Sensitive(
            each => each.State,
            each => each.Language,
            each => each.Channel,
            each => each.Place,
            each => each.Interpreter,
            each => each.Company,
            each => each.StartedAt,
            each => each.FinishedAt
        );
        builder.Sealed(each => each.WhoBox, each => each.AnswersBox);
    }
}

internal sealed class InterviewSaveMapping : IEntityTypeConfiguration<InterviewSave>
{
    public void Configure(EntityTypeBuilder<InterviewSave> builder)
    {
        builder.ToTable("interview_saves");
        builder.Property(each => each.Compartment).HasMaxLength(20);
        builder.Property(each => each.Kind).HasMaxLength(20);
        builder.HasIndex(each => new { each.InterviewId, each.At });
        builder.HasOne<Interview>().WithMany().HasForeignKey(each => each.InterviewId);
        builder.Open(
            each => each.Id,
            each => each.InterviewId,
            each => each.CaseId,
            each => each.Compartment,
            each => each.Kind,
            each => each.Version,
            each => each.UserId,
            each => each.At,
            each => each.ResolvedAt
        );
        builder.Sealed(each => each.AnswersBox, each => each.ReasonBox);
    }
}
