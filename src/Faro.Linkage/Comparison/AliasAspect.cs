// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>Alias: it may be the name under which the other list knows the person.</summary>
internal sealed class AliasAspect(RecordTable table)
    : Aspect("alias", table, new("alias-is-name", .15), new("equal", .25), new("different", .60))
{
    private const int Alias = (int)Field.Alias;
    private const int AliasKey = (int)Field.AliasKey;
    private const int NameKey = (int)Field.NameKey;

    private readonly TermFrequency _terms = new(table.Column(Field.Alias));

    public override int Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left[Alias] == 0 && right[Alias] == 0)
        {
            return Missing;
        }

        var canBeLeft = left[AliasKey] != 0 && right[NameKey] != 0;
        var canBeRight = right[AliasKey] != 0 && left[NameKey] != 0;
        if (
            (canBeLeft && left[AliasKey] == right[NameKey])
            || (canBeRight && right[AliasKey] == left[NameKey])
        )
        {
            return 1;
        }

        var hasBoth = left[Alias] != 0 && right[Alias] != 0;
        return hasBoth && left[Alias] == right[Alias] ? 2
            : hasBoth || canBeLeft || canBeRight ? 3
            : Missing;
    }

    public override double FrequencyBits(
        int level,
        ReadOnlySpan<int> left,
        ReadOnlySpan<int> right
    ) => level == 2 ? _terms.Bits(left[Alias]) : 0;

    public override double MostFrequencyBits(int level) => level == 2 ? _terms.Most : 0;
}
