// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Noise;

/// <summary>Uniform random bits.</summary>
/// <remarks>Nothing public takes one: whatever is released draws from <see cref="SecureBits"/>. Only the tests, which see
/// internals, have a source that can be repeated.</remarks>
internal abstract class BitSource
{
    /// <summary>64 bits, each 0 or 1 with probability one half, independent of all others.</summary>
    public abstract ulong Next();

    /// <summary>A whole number from 0 to one less than the limit, each as likely as the others.</summary>
    public ulong Below(ulong limit)
    {
        // As many bits as the limit has, and once more when the number is too high: no value is likelier than another.
        var spare = (int)ulong.LeadingZeroCount(limit - 1 | 1);
        while (true)
        {
            var drawn = Next() >> spare;
            if (drawn < limit)
                return drawn;
        }
    }

    /// <inheritdoc cref="Below(ulong)"/>
    public UInt128 Below(UInt128 limit)
    {
        if (limit <= ulong.MaxValue)
            return Below((ulong)limit);
        var spare = (int)UInt128.LeadingZeroCount(limit - 1);
        while (true)
        {
            var drawn = new UInt128(Next(), Next()) >> spare;
            if (drawn < limit)
                return drawn;
        }
    }
}
