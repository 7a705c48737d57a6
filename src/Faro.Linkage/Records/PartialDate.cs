// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Linkage.Records;

/// <summary>A birth date as lists have it: whole, in part, or a placeholder that says only the year.
/// Packed as year · 10,000 + month · 100 + day; 0 for what is not known.</summary>
internal static class PartialDate
{
    private const string Months =
        "ene=1 jan=1 feb=2 mar=3 abr=4 apr=4 may=5 jun=6 jul=7 ago=8 aug=8 sep=9 set=9 oct=10 nov=11 dic=12 dec=12";

    /// <summary>Reads a date. Day stands before month where both orders would do, as in Latin America.</summary>
    /// <param name="value">As the list has it.</param>
    /// <returns>Packed date, 0 when there is none. Impossible days (31 April) stay: they are slips worth comparing.</returns>
    public static int Parse(string? value)
    {
        var words = Cleaned.Fold(CutTime(value)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var count = 0;
        foreach (var word in words)
        {
            if (word is "de" or "del")
            {
                continue;
            }

            var number = Number(word);
            if (number < 0 || count == 3)
            {
                return 0;
            }

            parts[count] = number;
            lengths[count++] = char.IsAsciiDigit(word[0]) ? word.Length : 0;
        }

        return count switch
        {
            1 => Single(parts[0], lengths[0]),
            2 when lengths[0] == 4 => Pack(parts[0], parts[1], 0),
            2 when lengths[1] == 4 => Pack(parts[1], parts[0], 0),
            3 when lengths[0] == 4 => Pack(parts[0], parts[1], parts[2]),
            3 when lengths[2] == 4 && IsMonthFirst(parts, lengths) => Pack(
                parts[2],
                parts[0],
                parts[1]
            ),
            3 when lengths[2] == 4 => Pack(parts[2], parts[1], parts[0]),
            _ => 0,
        };
    }

    public static int Year(int date) => date / 10_000;

    public static int Month(int date) => date / 100 % 100;

    public static int Day(int date) => date % 100;

    public static bool IsFull(int date) => date % 100 != 0;

    /// <summary>A key that stays the same when day and month are swapped; 0 unless the date is whole.</summary>
    public static int SwapKey(int date)
    {
        var (month, day) = (Month(date), Day(date));
        return day == 0
            ? 0
            : Year(date) * 10_000 + Math.Min(month, day) * 100 + Math.Max(month, day);
    }

    /// <summary>Whether one slip (a digit changed, or two neighbours swapped) leads from one whole date to the other.</summary>
    public static bool IsOneSlip(int left, int right) =>
        MayBeOneSlip(left, right) && IsOneSlipOf8(left, right);

    /// <summary>A slip changes one of year, month and day, or swaps the digits where two of them meet.</summary>
    private static bool MayBeOneSlip(int left, int right)
    {
        var (year, month, day) = (
            Year(left) != Year(right),
            Month(left) != Month(right),
            Day(left) != Day(right)
        );
        return year && month ? !day && Year(left) % 10 == Month(right) / 10
            : month && day ? Month(left) % 10 == Day(right) / 10
            : !(year && day);
    }

    private static bool IsOneSlipOf8(int left, int right)
    {
        var (differing, first, second) = (0, -1, -1);
        Span<int> a = stackalloc int[8];
        Span<int> b = stackalloc int[8];
        for (var i = 7; i >= 0; i--)
        {
            (a[i], b[i]) = (left % 10, right % 10);
            (left, right) = (left / 10, right / 10);
            if (a[i] != b[i])
            {
                differing++;
                (first, second) = (i, first);
            }
        }

        return differing == 1
            || (
                differing == 2
                && second == first + 1
                && a[first] == b[second]
                && a[second] == b[first]
            );
    }

    private static bool IsMonthFirst(ReadOnlySpan<int> parts, ReadOnlySpan<int> lengths) =>
        lengths[0] == 0 || (parts[1] > 12 && parts[0] <= 12);

    private static int Single(int number, int length) =>
        length switch
        {
            4 => Pack(number, 0, 0),
            8 when number / 10_000 is >= 1000 and < 3000 => Pack(
                number / 10_000,
                number / 100 % 100,
                number % 100
            ),
            // ddmmyyyy
            8 when number % 10_000 is >= 1800 and < 2200 => Pack(
                number % 10_000,
                number / 10_000 % 100,
                number / 1_000_000
            ),
            8 => number,
            _ => 0,
        };

    /// <summary>1 January is what clerks write when they know the year only; 1900 when they know nothing.</summary>
    private static int Pack(int year, int month, int day)
    {
        if (month > 99 || day > 99 || (year == 1900 && (day == 0 || (month == 1 && day == 1))))
        {
            return 0;
        }

        return month == 1 && day == 1 ? year * 10_000 : (year * 10_000) + (month * 100) + day;
    }

    private static int Number(string word)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            return
                word.Length <= 8
                && int.TryParse(
                    word,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                ? number
                : -1;
        }

        var place =
            word.Length >= 3 ? Months.IndexOf(word[..3] + "=", StringComparison.Ordinal) : -1;
        return place < 0
            ? -1
            : int.Parse(
                Months[(place + 4)..].Split(' ')[0],
                NumberStyles.None,
                CultureInfo.InvariantCulture
            );
    }

    private static string? CutTime(string? value)
    {
        var text = value?.Trim();
        var end =
            text is { Length: > 10 } && text.Contains(':', StringComparison.Ordinal)
                ? text.AsSpan().IndexOfAny('T', ' ')
                : -1;
        return end >= 6 ? text![..end] : text;
    }
}
