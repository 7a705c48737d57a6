// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>Alias: it may be the name under which the other list knows the person.</summary>
internal sealed class AliasAspect(RecordTable table)
    : Aspect("alias", table, new("alias-is-name", .15), new("equal", .25), new("different", .60))
{
    private readonly int[] _alias = table[Field.Alias];
    private readonly int[] _aliasKey = table[Field.AliasKey];
    private readonly int[] _nameKey = table[Field.NameKey];
    private readonly TermFrequency _terms = new(table[Field.Alias]);

    public override int Of(int left, int right)
    {
        var canBeLeft = _aliasKey[left] != 0 && _nameKey[right] != 0;
        var canBeRight = _aliasKey[right] != 0 && _nameKey[left] != 0;
        if (
            (canBeLeft && _aliasKey[left] == _nameKey[right])
            || (canBeRight && _aliasKey[right] == _nameKey[left])
        )
        {
            return 1;
        }

        var hasBoth = _alias[left] != 0 && _alias[right] != 0;
        return hasBoth && _alias[left] == _alias[right] ? 2
            : hasBoth || canBeLeft || canBeRight ? 3
            : Missing;
    }

    public override double FrequencyBits(int level, int left, int right) =>
        level == 2 ? _terms.Bits(_alias[left]) : 0;
}
