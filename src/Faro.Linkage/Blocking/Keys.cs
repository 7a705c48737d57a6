// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Blocking;

/// <summary>Numbers that look random and depend on their input alone.</summary>
internal static class Keys
{
    /// <summary>A state and one more code: the finalizer of SplitMix64 (Steele, Lea and Flood, 2014); never 0.</summary>
    public static ulong Narrow(ulong state, int code)
    {
        unchecked
        {
            state = (state ^ (uint)code) + 0x9E3779B97F4A7C15;
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
            state ^= state >> 31;
            return state == 0 ? 1 : state;
        }
    }
}
