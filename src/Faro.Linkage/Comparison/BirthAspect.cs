// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>Birth date as one aspect. As three parts, one slip of the pen would count as two agreements.</summary>
internal sealed class BirthAspect(RecordTable table)
    : Aspect(
        "birth",
        table,
        new("equal", .72),
        new("day-month-swapped", .03),
        new("one-slip", .06),
        new("same-day-and-month", .02),
        new("same-year-partial", .06),
        new("near-year-partial", .02),
        new("same-year-and-day-or-month", .03),
        new("near-year", .02),
        new("within-four-years", .02),
        new("different", .02)
    )
{
    /// <summary>First level of dates that no slip explains.</summary>
    public const int FirstApart = 8;

    private readonly TermFrequency _terms = new(WholeDates(table));

    public override TermFrequency Equal => _terms;

    public override int Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (a, b) = (left[(int)Field.Birth], right[(int)Field.Birth]);
        if (a == 0 || b == 0)
        {
            return Missing;
        }

        var years = Math.Abs(PartialDate.Year(a) - PartialDate.Year(b));
        if (!PartialDate.IsFull(a) || !PartialDate.IsFull(b))
        {
            return years switch
            {
                0 => 5,
                1 => 6,
                <= 4 => 9,
                _ => 10,
            };
        }

        return a == b ? 1 : Near(a, b, years);
    }

    /// <summary>The level of two whole dates that differ.</summary>
    private static int Near(int a, int b, int years)
    {
        if (years == 0 && PartialDate.SwapKey(a) == PartialDate.SwapKey(b))
        {
            return 2;
        }

        if (PartialDate.IsOneSlip(a, b))
        {
            return 3;
        }

        var sameMonth = PartialDate.Month(a) == PartialDate.Month(b);
        var sameDay = PartialDate.Day(a) == PartialDate.Day(b);
        return sameMonth && sameDay ? 4
            : years == 0 && (sameMonth || sameDay) ? 7
            : years <= 1 ? 8
            : years <= 4 ? 9
            : 10;
    }

    /// <summary>Whole dates numbered densely, 0 for partial ones.</summary>
    private static int[] WholeDates(RecordTable table)
    {
        var numbers = new Dictionary<int, int>();
        return Array.ConvertAll(
            table.Column(Field.Birth),
            date =>
                !PartialDate.IsFull(date) ? 0
                : numbers.TryGetValue(date, out var number) ? number
                : numbers[date] = numbers.Count + 1
        );
    }
}
