// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>What may be shown, and how much doubt must remain about what may not.</summary>
public sealed record DisclosureRule
{
    /// <summary>The rule for everything that becomes public: minimum 10, rounded down to 10, sampling zeros hidden.</summary>
    /// <remarks>The minimum is CTDC's (no count under 10); the rounding that of its Synthetic Data Showcase.</remarks>
    public static DisclosureRule Public { get; } = new();

    /// <summary>The public rule with counts rounded to the nearest 5, for tables whose rows are compared.</summary>
    public static DisclosureRule Nearest5 { get; } = new() { Rounding = Rounding.Nearest(5) };

    /// <summary>Minimum 10 with exact counts, for partners under an access agreement; complementary suppression bears all the weight.</summary>
    public static DisclosureRule Exact { get; } = new() { Rounding = Rounding.None };

    /// <summary>The smallest count that may be shown, in persons; ≥ 1 and a multiple of the rounding's base. Default 10.</summary>
    public long Minimum { get; init; } = 10;

    /// <summary>How many different whole numbers must remain possible for every hidden count; ≥ 2. Default 10, as many as "fewer than 10" has.</summary>
    public long Doubt { get; init; } = 10;

    /// <summary>How shown counts are rounded. Default down to a multiple of 10.</summary>
    public Rounding Rounding { get; init; } = Rounding.Down(10);

    /// <summary>Whether a zero that merely happened is shown. Default no: "nobody of this group" can hurt.</summary>
    public bool ShowZeros { get; init; }

    /// <summary>Whether a count is hidden, whatever its size, when everybody of a row or column has the same code. Default yes.</summary>
    /// <remarks>Knowing that somebody belongs to such a row tells the other characteristic with certainty.</remarks>
    public bool HideWholeGroups { get; init; } = true;

    /// <summary>The same rule for a house that shows nothing smaller than this, with as much doubt.</summary>
    /// <param name="minimum">Persons; taken up to a multiple of the rounding's base, and never under this rule's own minimum.</param>
    public DisclosureRule AtLeast(int minimum)
    {
        var least = Math.Max(Minimum, (minimum + Rounding.To - 1) / Rounding.To * Rounding.To);
        return this with { Minimum = least, Doubt = least };
    }

    /// <summary>Refuses a rule that would show what it means to hide.</summary>
    internal static void Check(DisclosureRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Minimum < 1 || rule.Minimum % rule.Rounding.To != 0)
            throw new ArgumentException(
                $"The minimum {rule.Minimum} is not a positive multiple of the base {rule.Rounding.To}: counts under it would be shown.",
                nameof(rule)
            );
        if (rule.Doubt < 2)
            throw new ArgumentException(
                $"A doubt of {rule.Doubt} leaves no doubt; the least is 2.",
                nameof(rule)
            );
    }
}
