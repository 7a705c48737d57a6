// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>Sex, where both lists state one that can be compared.</summary>
internal sealed class SexAspect(RecordTable table)
    : Aspect("sex", table, new("equal", .96), new("different", .04))
{
    private readonly int[] _codes = table[Field.Sex];
    private readonly TermFrequency _terms = new(table[Field.Sex]);

    public override TermFrequency Equal => _terms;

    public override int Of(int left, int right) =>
        _codes[left] == 0 || _codes[right] == 0 ? Missing
        : _codes[left] == _codes[right] ? 1
        : 2;
}
