// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>A column of words compared as they are: street, e-mail, anything else.</summary>
internal sealed class WordsAspect(RecordTable table, TextColumn column)
    : TextAspect(
        table,
        column,
        new("equal", .65),
        new("very-similar", .10),
        new("similar", .10),
        new("different", .15)
    )
{
    protected override int OfDifferent(int one, int other)
    {
        var likeness = Likeness.JaroWinkler(Table.Lexicon, one, other, .88);
        return likeness >= .95 ? 2
            : likeness >= .88 ? 3
            : 4;
    }
}
