// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme;

/// <summary>Days as people say them, and the moments (UTC) at which they begin and end.</summary>
public static class LocalDays
{
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().LocalDay(clock);

    public static DateOnly LocalDay(this DateTimeOffset moment, TimeProvider clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone).DateTime);

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
        until.LocalDay(clock).AddDays(-1);
}
