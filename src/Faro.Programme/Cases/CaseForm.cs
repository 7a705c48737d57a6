// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Cases;

/// <summary>
/// One form of exploitation of a case, as of the person's record: her record keeps them as one list, which no index of
/// either database finds a rare form in among a million.
/// </summary>
public sealed class CaseForm
{
    public Guid CaseId { get; init; }

    /// <summary>A code of the list <c>exploitation-forms</c>.</summary>
    public required string Form { get; init; }

    public Guid AgencyId { get; set; }
}

internal sealed class CaseFormMapping : IEntityTypeConfiguration<CaseForm>
{
    public void Configure(EntityTypeBuilder<CaseForm> builder)
    {
        builder.ToTable("case_forms");
        builder.HasKey(row => new { row.CaseId, row.Form });
        builder.Property(row => row.Form).HasMaxLength(40);
        builder.HasIndex(row => new
        {
            row.AgencyId,
            row.Form,
            row.CaseId,
        });
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.Open(row => row.CaseId, row => row.AgencyId);
        builder.Sensitive(row => row.Form);
    }
}
