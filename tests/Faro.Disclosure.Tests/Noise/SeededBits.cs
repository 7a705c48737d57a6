// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Noise;

namespace Faro.Disclosure.Tests.Noise;

/// <summary>Bits that can be repeated: SplitMix64. Only here; nothing that releases can be given them from outside.</summary>
internal sealed class SeededBits(ulong seed) : BitSource
{
    private ulong _state = seed;

    public override ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
