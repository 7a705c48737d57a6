// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>A column of texts, equal or more or less alike: its rare values say more than its common ones.</summary>
internal abstract class TextAspect(RecordTable table, TextColumn column, params Level[] levels)
    : Aspect(column.Name, table, levels)
{
    private readonly TermFrequency _terms = new(column.Codes);

    public override TermFrequency Equal => _terms;

    public override int Of(int left, int right)
    {
        var (a, b) = (column.Codes[left], column.Codes[right]);
        return a == 0 || b == 0 ? Missing
            : a == b ? 1
            : OfDifferent(Table.Lexicon[a], Table.Lexicon[b]);
    }

    public override double FrequencyBits(int level, int left, int right) =>
        level == 1 ? _terms.Bits(column.Codes[left]) : 0;

    /// <summary>The level of two texts that are there and are not the same.</summary>
    protected abstract int OfDifferent(string one, string other);
}
