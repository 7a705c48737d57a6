// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>Sex, where both lists state one that can be compared.</summary>
internal sealed class SexAspect(RecordTable table)
    : Aspect("sex", table, new("equal", .96), new("different", .04))
{
    private const int Sex = (int)Field.Sex;

    private readonly TermFrequency _terms = new(table.Column(Field.Sex));

    public override TermFrequency Equal => _terms;

    public override int Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right) =>
        left[Sex] == 0 || right[Sex] == 0 ? Missing
        : left[Sex] == right[Sex] ? 1
        : 2;
}
