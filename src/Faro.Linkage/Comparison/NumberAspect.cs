// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>A column of numbers and letters where a slip is an edit: document, telephone, postcode, house number.</summary>
internal sealed class NumberAspect(RecordTable table, TextColumn column)
    : TextAspect(
        table,
        column,
        new("equal", .80),
        new("one-edit", .08),
        new("two-edits", .02),
        new("different", .10)
    )
{
    private readonly bool _isDocument = column.Role == ColumnRole.Document;

    protected override int OfDifferent(int left, int right)
    {
        var one = Table.Lexicon[left];
        var other = Table.Lexicon[right];
        if (_isDocument && !AreOfOneKind(one, other))
        {
            return Missing;
        }

        var shorter = Math.Min(one.Length, other.Length);
        return shorter > 2 && Likeness.IsWithinEdits(one, other, 1) ? 2
            : shorter > 3 && Likeness.IsWithinEdits(one, other, 2) ? 3
            : 4;
    }

    /// <summary>A passport number cannot contradict an identity card: different kinds say nothing about each other.</summary>
    private static bool AreOfOneKind(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        Math.Abs(one.Length - other.Length) <= 1
        && char.IsAsciiDigit(one[0]) == char.IsAsciiDigit(other[0]);
}
