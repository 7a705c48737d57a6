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
    protected override int OfDifferent(string one, string other)
    {
        var likeness = Likeness.JaroWinkler(one, other);
        return likeness >= .95 ? 2
            : likeness >= .88 ? 3
            : 4;
    }
}
