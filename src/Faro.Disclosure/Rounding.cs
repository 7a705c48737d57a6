// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>How counts that may be shown are rounded. Sums are rounded by themselves, never added up from rounded cells.</summary>
public sealed record Rounding
{
    private Rounding(long to, bool down) => (To, IsDown) = (to, down);

    /// <summary>Counts as they are.</summary>
    public static Rounding None { get; } = new(1, down: true);

    /// <summary>What every rounded count is a multiple of; ≥ 1.</summary>
    public long To { get; }

    /// <summary>Whether counts are rounded down; otherwise to the nearest multiple.</summary>
    public bool IsDown { get; }

    /// <summary>Down to a multiple: with 10, from 20 to 29 persons are shown as 20.</summary>
    /// <param name="to">Persons, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static Rounding Down(long to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 1);
        return new(to, down: true);
    }

    /// <summary>To the nearest multiple: with 5, from 18 to 22 persons are shown as 20; a half goes up.</summary>
    /// <param name="to">Persons, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static Rounding Nearest(long to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 1);
        return new(to, down: false);
    }

    /// <summary>A count as it is shown.</summary>
    /// <param name="count">Persons, ≥ 0.</param>
    public long Round(long count) => (count + Reach) / To * To;

    /// <summary>The lowest and the highest count that are shown as this one: all that a reader learns from it.</summary>
    /// <param name="shown">A multiple of <see cref="To"/>, ≥ 0.</param>
    public (long Least, long Most) Behind(long shown) =>
        (Math.Max(0, shown - Reach), shown - Reach + To - 1);

    // How far under a multiple a count may lie and still be lifted to it.
    private long Reach => IsDown ? 0 : To / 2;
}
