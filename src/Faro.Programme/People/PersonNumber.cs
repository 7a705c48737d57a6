// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.People;

/// <summary>How many pseudonymous numbers one year has given out. A number is never given twice, not even after erasure.</summary>
public sealed class PersonNumber
{
    public int Year { get; init; }

    public int Last { get; set; }

    /// <summary>
    /// The next number, as in <c>PVR-2026-0007</c>; five digits from the ten-thousandth on. Only the writer calls it, and
    /// there is one writer, so no two callers meet.
    /// </summary>
    internal static async Task<string> NextAsync(
        FaroDb db,
        int year,
        CancellationToken cancellation
    )
    {
        var prefix = await db
            .Profiles.Select(profile => profile.NumberPrefix)
            .FirstAsync(cancellation);
        var counter = await db.PersonNumbers.FindAsync([year], cancellation);
        if (counter is null)
        {
            counter = new PersonNumber { Year = year };
            db.PersonNumbers.Add(counter);
        }

        counter.Last++;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year:D4}-{counter.Last:D4}");
    }
}

internal sealed class PersonNumberMapping : IEntityTypeConfiguration<PersonNumber>
{
    public void Configure(EntityTypeBuilder<PersonNumber> builder)
    {
        builder.ToTable("person_numbers");
        builder.HasKey(number => number.Year);
        builder.Property(number => number.Year).ValueGeneratedNever();
        builder.Open(number => number.Year, number => number.Last);
    }
}
