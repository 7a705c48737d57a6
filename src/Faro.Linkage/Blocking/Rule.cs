// SPDX-License-Identifier: Apache-2.0
using System.Numerics;

namespace Faro.Linkage.Blocking;

/// <summary>One way to find candidates: two records are compared when the slots on one side equal the slots on the
/// other.</summary>
/// <param name="Name">Fields joined by +, as the model reports them.</param>
/// <param name="Slots">Slots of the key of one record.</param>
/// <param name="Others">Slots of the key of the other record when they are not the same, as for names that may stand in
/// either place; else null.</param>
/// <param name="NeedsGap">Only pairs of which at least one has no birth year: the others meet by better rules.</param>
internal sealed record Rule(string Name, int[] Slots, int[]? Others = null, bool NeedsGap = false)
{
    /// <summary>Slots that must be equal, one bit each.</summary>
    public uint Mask { get; } = Slots.Aggregate(0U, (mask, slot) => mask | (1U << slot));

    /// <summary>Whether the pair needs nothing but equal slots.</summary>
    public bool IsPlain => Others is null && !NeedsGap;

    /// <summary>Whether one record's key equals the other's crossed key.</summary>
    public bool Crosses(ReadOnlySpan<int> left, ReadOnlySpan<int> right) =>
        Others is not null && (CrossesForward(left, right) || CrossesForward(right, left));

    /// <summary>Whether the left record's key equals the right one's crossed key; of pairs that cross both ways only
    /// the one with the smaller row on the left.</summary>
    public bool CrossesOnce(
        int left,
        ReadOnlySpan<int> leftKeys,
        ReadOnlySpan<int> rightKeys,
        int right
    ) =>
        CrossesForward(leftKeys, rightKeys)
        && (left < right || !CrossesForward(rightKeys, leftKeys));

    private bool CrossesForward(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        for (var i = 0; i < Slots.Length; i++)
        {
            if (left[Slots[i]] != right[Others![i]])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>32 bits of a row's key, 0 when a slot is missing.</summary>
    public uint Hash(ReadOnlySpan<int> keys, bool crossed)
    {
        unchecked
        {
            var hash = 0UL;
            foreach (var slot in crossed ? Others! : Slots)
            {
                if (keys[slot] < 0)
                {
                    return 0;
                }

                hash = (BitOperations.RotateLeft(hash, 23) ^ (uint)keys[slot]) * Golden;
            }

            return (uint)(hash >> 32) | 1;
        }
    }

    private const ulong Golden = 0x9E3779B97F4A7C15;
}
