// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.People;

/// <summary>When somebody was born, as exactly as it is known and no more.</summary>
/// <param name="Precision">One of <see cref="BirthPrecisions"/>.</param>
/// <param name="Year">1900 or later; of an estimate, the earliest year.</param>
/// <param name="Month">1 to 12 when the precision is day or month, else null.</param>
/// <param name="Day">1 to 31 when the precision is day, else null.</param>
/// <param name="LatestYear">Of an estimate, the latest year; else null.</param>
public sealed record BirthDate(
    string Precision,
    int Year,
    int? Month = null,
    int? Day = null,
    int? LatestYear = null
)
{
    public const int EarliestYear = 1900;

    /// <summary>An estimate wider than this says nothing about an age.</summary>
    public const int WidestEstimate = 30;

    public static BirthDate On(DateOnly day) =>
        new(BirthPrecisions.Day, day.Year, day.Month, day.Day);

    /// <summary>Whether the parts fit the precision and make dates that exist.</summary>
    public bool IsWellFormed() =>
        Year is >= EarliestYear and <= 9999
        && Precision switch
        {
            BirthPrecisions.Day => Month is >= 1 and <= 12
                && Day >= 1
                && Day <= DateTime.DaysInMonth(Year, Month.Value),
            BirthPrecisions.Month => Month is >= 1 and <= 12,
            BirthPrecisions.Year => true,
            BirthPrecisions.Estimated => LatestYear >= Year && LatestYear <= Year + WidestEstimate,
            _ => false,
        };

    /// <summary>The first day that fits.</summary>
    public DateOnly Earliest() =>
        Precision switch
        {
            BirthPrecisions.Day => new DateOnly(Year, Month!.Value, Day!.Value),
            BirthPrecisions.Month => new DateOnly(Year, Month!.Value, 1),
            _ => new DateOnly(Year, 1, 1),
        };

    /// <summary>The last day that fits.</summary>
    public DateOnly Latest() =>
        Precision switch
        {
            BirthPrecisions.Day => Earliest(),
            BirthPrecisions.Month => Earliest().AddMonths(1).AddDays(-1),
            BirthPrecisions.Year => new DateOnly(Year, 12, 31),
            _ => new DateOnly(LatestYear!.Value, 12, 31),
        };

    /// <summary>Every year that fits.</summary>
    public IEnumerable<int> Years() => Enumerable.Range(Year, (LatestYear ?? Year) - Year + 1);

    /// <summary>Completed years on a day: of the youngest and the oldest that fit; 0 before birth.</summary>
    public (int Youngest, int Oldest) AgesOn(DateOnly day) =>
        (AgeOn(Latest(), day), AgeOn(Earliest(), day));

    /// <summary>Shows nothing.</summary>
    public override string ToString() => "•••";

    private static int AgeOn(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return Math.Max(0, born.AddYears(years) > day ? years - 1 : years);
    }
}

/// <summary>How exactly a birth date is known, as stored.</summary>
public static class BirthPrecisions
{
    public const string Day = "day";
    public const string Month = "month";
    public const string Year = "year";

    /// <summary>Between two years, both included: from an age somebody said or looked.</summary>
    public const string Estimated = "estimated";

    public static readonly IReadOnlyList<string> All = [Day, Month, Year, Estimated];
}
