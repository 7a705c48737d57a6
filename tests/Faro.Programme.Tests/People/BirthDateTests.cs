// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.People;
using Xunit;

namespace Faro.Programme.Tests.People;

public sealed class BirthDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(2008, 11, 23, 18)]
    [InlineData(2008, 11, 24, 17)]
    [InlineData(2004, 2, 29, 22)]
    [InlineData(2026, 11, 23, 0)]
    public void An_age_counts_completed_years(int year, int month, int day, int age) =>
        Assert.Equal((age, age), BirthDate.On(new DateOnly(year, month, day)).AgesOn(Today));

    [Fact]
    public void A_year_gives_two_ages() =>
        Assert.Equal((17, 18), new BirthDate(BirthPrecisions.Year, 2008).AgesOn(Today));

    [Theory]
    [InlineData(0, "0-8")]
    [InlineData(8, "0-8")]
    [InlineData(9, "9-17")]
    [InlineData(17, "9-17")]
    [InlineData(18, "18-20")]
    [InlineData(47, "39-47")]
    [InlineData(48, "48-plus")]
    [InlineData(110, "48-plus")]
    public void Every_age_has_its_band(int age, string band) =>
        Assert.Equal(band, AgeBands.Of(age));

    [Theory]
    [InlineData(BirthPrecisions.Month, 2001, 13, null, null)]
    [InlineData(BirthPrecisions.Day, 2001, 2, null, null)]
    [InlineData(BirthPrecisions.Year, 1899, null, null, null)]
    [InlineData(BirthPrecisions.Estimated, 2001, null, null, null)]
    [InlineData(BirthPrecisions.Estimated, 2001, null, null, 2000)]
    [InlineData(BirthPrecisions.Estimated, 1950, null, null, 1981)]
    [InlineData("guess", 2001, null, null, null)]
    public void Parts_that_make_no_date_are_told(
        string precision,
        int year,
        int? month,
        int? day,
        int? latest
    ) => Assert.False(new BirthDate(precision, year, month, day, latest).IsWellFormed());
}
