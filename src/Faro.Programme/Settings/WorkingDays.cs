// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Programme.Settings;

/// <summary>
/// Days on which offices work: neither Saturday nor Sunday nor a day of obligatory rest (LFT 74). What an authority
/// suspends by decree is not known here, so that a term counted here never ends later than the authority's own.
/// </summary>
public static class WorkingDays
{
    private static readonly Lazy<IReadOnlyList<Holiday>> Holidays = new(Read);

    public static bool IsWorking(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Holidays.Value.Any(holiday => holiday.FallsOn(day));

    /// <summary>The last day of a term that begins on the day after.</summary>
    /// <param name="from">The day itself does not count.</param>
    /// <param name="days">At least 1.</param>
    public static DateOnly After(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        var day = from;
        for (var left = days; left > 0; )
        {
            day = day.AddDays(1);
            left -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }

    private static List<Holiday> Read() =>
        [
            .. DataRows
                .Read("calendar/holidays.csv")
                .Select(row => new Holiday(
                    Number(row["month"])!.Value,
                    Number(row["day"]),
                    Number(row["monday"]),
                    Number(row["every"]) ?? 1,
                    DataRows.Day(row["since"])
                )),
        ];

    private static int? Number(string text) =>
        text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Holiday(int Month, int? Day, int? Monday, int Every, DateOnly? Since)
    {
        public bool FallsOn(DateOnly day) =>
            day.Month == Month
            && !(day < Since)
            && (Day is { } fixedDay ? day.Day == fixedDay : IsMonday(day))
            && (day.Year - (Since?.Year ?? day.Year)) % Every == 0;

        private bool IsMonday(DateOnly day) =>
            day.DayOfWeek == DayOfWeek.Monday && (day.Day - 1) / 7 + 1 == Monday;
    }
}
