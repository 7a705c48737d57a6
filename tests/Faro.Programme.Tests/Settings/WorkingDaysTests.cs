// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Programme.Settings;
using Xunit;

namespace Faro.Programme.Tests.Settings;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-01-01", "new year")]
    [InlineData("2026-02-02", "first Monday of February")]
    [InlineData("2026-03-16", "third Monday of March")]
    [InlineData("2026-05-01", "labour day")]
    [InlineData("2026-09-16", "independence")]
    [InlineData("2026-11-16", "third Monday of November")]
    [InlineData("2026-12-25", "Christmas")]
    [InlineData("2024-10-01", "handover of the executive")]
    [InlineData("2030-10-01", "the next handover")]
    [InlineData("2026-11-28", "a Saturday")]
    public void Offices_rest_on_days_of_obligatory_rest(string day, string why) =>
        Assert.False(WorkingDays.IsWorking(DateOnly.Parse(day)), why);

    [Theory]
    [InlineData("2026-10-01")]
    [InlineData("2026-02-09")]
    [InlineData("2026-11-20")]
    [InlineData("2018-10-01")]
    public void Other_weekdays_are_working_days(string day) =>
        Assert.True(WorkingDays.IsWorking(DateOnly.Parse(day)));

    [Fact]
    public void A_term_skips_the_day_itself_weekends_and_days_of_rest() =>
        Assert.Equal(new DateOnly(2026, 11, 20), WorkingDays.After(new DateOnly(2026, 11, 13), 4));

    [Fact]
    public void A_term_ends_on_a_working_day_and_holds_as_many_as_were_asked() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[1, 60])
            .Sample(
                (offset, days) =>
                {
                    var from = new DateOnly(2020, 1, 1).AddDays(offset);
                    var end = WorkingDays.After(from, days);
                    return WorkingDays.IsWorking(end)
                        && Enumerable
                            .Range(1, end.DayNumber - from.DayNumber)
                            .Count(step => WorkingDays.IsWorking(from.AddDays(step))) == days;
                },
                iter: 1000
            );
}
