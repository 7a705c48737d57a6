// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>A column of numbers and letters where a slip is an edit: document, telephone, postcode, house number.</summary>
internal sealed class NumberAspect(RecordTable table, TextColumn column)
    : Aspect(
        column.Name,
        table,
        new("equal", .80),
        new("one-edit", .08),
        new("two-edits", .02),
        new("different", .10)
    )
{
    private readonly TermFrequency _terms = new(column.Codes);

    public override TermFrequency Equal => _terms;

    public override int Of(int left, int right)
    {
        var (a, b) = (column.Codes[left], column.Codes[right]);
        if (a == 0 || b == 0)
        {
            return Missing;
        }

        if (a == b)
        {
            return 1;
        }

        var (one, other) = (Table.Lexicon[a], Table.Lexicon[b]);
        if (column.Role == ColumnRole.Document && !AreOfOneKind(one, other))
        {
            return Missing;
        }

        var shorter = Math.Min(one.Length, other.Length);
        return shorter > 2 && Likeness.IsWithinEdits(one, other, 1) ? 2
            : shorter > 3 && Likeness.IsWithinEdits(one, other, 2) ? 3
            : 4;
    }

    public override double FrequencyBits(int level, int left, int right) =>
        level == 1 ? _terms.Bits(column.Codes[left]) : 0;

    /// <summary>A passport number cannot contradict an identity card: different kinds say nothing about each other.</summary>
    private static bool AreOfOneKind(string one, string other) =>
        Math.Abs(one.Length - other.Length) <= 1
        && char.IsAsciiDigit(one[0]) == char.IsAsciiDigit(other[0]);
}
