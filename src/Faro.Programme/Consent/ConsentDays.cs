// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Consent;

/// <summary>Days as people say them, as the moments (UTC) at which something begins and ends to count.</summary>
public static class ConsentDays
{
    public static DateTimeOffset StartOfDay(this DateOnly day, TimeProvider clock)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(
            midnight,
            clock.LocalTimeZone.GetUtcOffset(midnight)
        ).ToUniversalTime();
    }

    /// <summary>The first moment of the next day: the day itself still counts.</summary>
    public static DateTimeOffset EndOfDay(this DateOnly day, TimeProvider clock) =>
        day.AddDays(1).StartOfDay(clock);

    /// <summary>The last day that counts, from a moment made by <see cref="EndOfDay"/>.</summary>
    public static DateOnly LastDay(this DateTimeOffset until, TimeProvider clock) =>
        DateOnly
            .FromDateTime(TimeZoneInfo.ConvertTime(until, clock.LocalTimeZone).DateTime)
            .AddDays(-1);
}
