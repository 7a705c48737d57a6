// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Blocking;

/// <summary>From the slots in which a pair agrees to the plain rules that find it, by four look-ups.</summary>
internal sealed class Firing
{
    private const int Parts = 4;
    private const int PartBits = 8;

    private readonly ulong[] _tables = new ulong[Parts << PartBits];

    public Firing(IReadOnlyList<Rule> rules)
    {
        for (var part = 0; part < Parts; part++)
        {
            for (var bits = 0U; bits < 1U << PartBits; bits++)
            {
                var fired = 0UL;
                for (var rule = 0; rule < rules.Count; rule++)
                {
                    var wanted = (rules[rule].Mask >> (part * PartBits)) & 0xFF;
                    fired |= (wanted & ~bits) == 0 && rules[rule].IsPlain ? 1UL << rule : 0;
                }

                _tables[(part << PartBits) | (int)bits] = fired;
            }
        }
    }

    /// <summary>Plain rules of which every slot agrees, bit r for rule r.</summary>
    public ulong Of(uint agreements) =>
        _tables[agreements & 0xFF]
        & _tables[0x100 | ((agreements >> 8) & 0xFF)]
        & _tables[0x200 | ((agreements >> 16) & 0xFF)]
        & _tables[0x300 | (agreements >> 24)];
}
