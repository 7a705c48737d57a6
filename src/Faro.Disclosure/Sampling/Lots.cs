// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Sampling;

/// <summary>Quick random numbers for what needs no secrecy: where a fit starts, which synthetic record a value falls to.</summary>
/// <remarks>xoshiro256** of Blackman and Vigna (2018). Never for privacy noise, which takes its own kind of source.</remarks>
internal sealed class Lots
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public Lots(ulong seed)
    {
        // SplitMix64 spreads one number over the state.
        ulong Spread()
        {
            unchecked
            {
                seed += 0x9E3779B97F4A7C15;
                var mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                return mixed ^ (mixed >> 31);
            }
        }
        (_a, _b, _c, _d) = (Spread(), Spread(), Spread(), Spread());
    }

    public ulong Next()
    {
        unchecked
        {
            var next = ulong.RotateLeft(_b * 5, 7) * 9;
            var shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = ulong.RotateLeft(_d, 45);
            return next;
        }
    }

    /// <summary>0 to one less than the limit.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next() >> 32 << 32, (ulong)limit, out _);

    /// <summary>In [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>From the standard normal distribution.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }
}
