// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Faro.Programme.Demo;

/// <summary>
/// Chance that falls the same on every machine: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). For invented people
/// only; nothing secret hangs on it.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for each number of a seed, so that people can be made in any order.</summary>
    public static Dice Of(ulong seed, int number) =>
        new(Mix(seed + 0x9E3779B97F4A7C15) ^ Mix((ulong)number + 0xD1B54A32D192ED03));

    /// <summary>A stream of its own for each purpose of one person's number.</summary>
    public static Dice Of(ulong seed, string number, string purpose)
    {
        // FNV-1a: the same on every machine, unlike string.GetHashCode.
        var hash = 0xCBF29CE484222325 ^ seed;
        foreach (var letter in Encoding.UTF8.GetBytes(number + "/" + purpose))
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        return new Dice(hash);
    }

    /// <summary>0 to <paramref name="limit"/> − 1.</summary>
    public int Below(int limit) => (int)(((UInt128)Next() * (uint)limit) >> 64);

    /// <summary>Both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>From 0 to 1, without 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True in so many of a hundred.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of these, as often as its weight says.</summary>
    public T Weigh<T>(params ReadOnlySpan<(T Value, int Weight)> from)
    {
        var total = 0;
        foreach (var (_, weight) in from)
        {
            total += weight;
        }

        var left = Below(total);
        foreach (var (value, weight) in from)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        throw new InvalidOperationException("Bug in Faro: weights that do not add up");
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }
}
