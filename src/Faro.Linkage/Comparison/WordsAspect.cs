// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>A column of words compared as they are: street, e-mail, anything else.</summary>
internal sealed class WordsAspect(RecordTable table, TextColumn column)
    : Aspect(
        column.Name,
        table,
        new("equal", .65),
        new("very-similar", .10),
        new("similar", .10),
        new("different", .15)
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

        var likeness = Likeness.JaroWinkler(Table.Lexicon[a], Table.Lexicon[b]);
        return likeness >= .95 ? 2
            : likeness >= .88 ? 3
            : 4;
    }

    public override double FrequencyBits(int level, int left, int right) =>
        level == 1 ? _terms.Bits(column.Codes[left]) : 0;
}
