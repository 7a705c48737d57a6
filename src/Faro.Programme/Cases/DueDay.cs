// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Cases;

/// <summary>
/// The nearest day of one kind of thing that is due in one compartment of an open case. It has the compartment's own
/// access: a colleague who does not work in health is not told the day of a health appointment, not even as "next due".
/// </summary>
public sealed class DueDay : ICaseContent
{
    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>A code of the list <c>due-kinds</c>.</summary>
    public required string Kind { get; init; }

    public DateOnly On { get; set; }

    /// <summary>The case's agency, so that one index answers for all of its cases.</summary>
    public Guid AgencyId { get; set; }
}

/// <summary>Kinds of what is due: codes of the list <c>due-kinds</c>.</summary>
public static class DueKinds
{
    public const string List = "due-kinds";
}

internal sealed class DueDayMapping : IEntityTypeConfiguration<DueDay>
{
    public void Configure(EntityTypeBuilder<DueDay> builder)
    {
        builder.ToTable("case_due_days");
        builder.HasKey(day => new
        {
            day.CaseId,
            day.Compartment,
            day.Kind,
        });
        builder.Property(day => day.Compartment).HasMaxLength(20);
        builder.Property(day => day.Kind).HasMaxLength(20);
        builder.HasIndex(day => new
        {
            day.AgencyId,
            day.On,
            day.CaseId,
            day.Compartment,
            day.Kind,
        });
        builder.HasOne<Case>().WithMany().HasForeignKey(day => day.CaseId);
        builder.Open(day => day.CaseId, day => day.AgencyId, day => day.On);
        builder.Sensitive(day => day.Compartment, day => day.Kind);
    }
}
