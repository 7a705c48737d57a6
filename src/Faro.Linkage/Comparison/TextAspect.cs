// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>A column of texts, equal or more or less alike: its rare values say more than its common ones.</summary>
internal abstract class TextAspect(RecordTable table, TextColumn column, params Level[] levels)
    : Aspect(column.Name, table, levels)
{
    private readonly TermFrequency _terms = new(table.Column(column.Place));

    public override TermFrequency Equal => _terms;

    public override int Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (a, b) = (left[column.Place], right[column.Place]);
        return a == 0 || b == 0 ? Missing
            : a == b ? 1
            : OfDifferent(a, b);
    }

    public override double FrequencyBits(
        int level,
        ReadOnlySpan<int> left,
        ReadOnlySpan<int> right
    ) => level == 1 ? _terms.Bits(left[column.Place]) : 0;

    public override double MostFrequencyBits(int level) => level == 1 ? _terms.Most : 0;

    /// <summary>The level of two texts (their codes) that are there and are not the same.</summary>
    protected abstract int OfDifferent(int one, int other);
}
