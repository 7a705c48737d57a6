// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;

namespace Faro.Programme.Identification;

/// <summary>A date as exactly as it is known and no more: a year, a month or a day, as in <c>2024-05</c> (ISO 8601).</summary>
public static partial class PartialDate
{
    public const int MaxLength = 10;

    /// <summary>Whether it is such a date, not after a day.</summary>
    public static bool IsWellFormed(string text, DateOnly today) =>
        Form().IsMatch(text) && First(text) is { Year: >= 1900 } first && first <= today;

    /// <summary>The first day that fits; null when it is empty or none.</summary>
    public static DateOnly? First(string text)
    {
        var parts = text.Split('-');
        var whole = parts.Length switch
        {
            1 => text + "-01-01",
            2 => text + "-01",
            _ => text,
        };
        return DateOnly.TryParseExact(
            whole,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
    }

    /// <summary>The last day that fits; null when it is empty or none.</summary>
    public static DateOnly? Last(string text) =>
        First(text) is { } first
            ? text.Count(sign => sign == '-') switch
            {
                0 => first.AddYears(1).AddDays(-1),
                1 => first.AddMonths(1).AddDays(-1),
                _ => first,
            }
            : null;

    [GeneratedRegex("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
