// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>When an amount that several persons add up to (days, pesos) would tell what one of them has.</summary>
public sealed record MagnitudeRule
{
    /// <summary>Ten persons, p % with p = 15, and no person with 85 % or more.</summary>
    public static MagnitudeRule Usual { get; } = new();

    /// <summary>Fewer persons hide the amount; ≥ 3. Default 10.</summary>
    public int MinimumPersons { get; init; } = 10;

    /// <summary>The second largest must not know the largest better than to within this percentage; in (0, 100]. Default 15.</summary>
    /// <remarks>The p % rule: unsafe when X − x₁ − x₂ &lt; p/100 · x₁ (Hundepool and others, Statistical Disclosure Control,
    /// 2012, section 4.2.2).</remarks>
    public double Percent { get; init; } = 15;

    /// <summary>How many of the largest are looked at for dominance; ≥ 1. Default 1.</summary>
    public int Dominating { get; init; } = 1;

    /// <summary>The percentage of the amount from which they dominate it; in (0, 100]. Default 85.</summary>
    public double DominantPercent { get; init; } = 85;

    /// <summary>Whether an amount is unsafe.</summary>
    /// <param name="amounts">Of each person in it; ≥ 0. Nobody at all is safe.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rule itself is out of its range.</exception>
    public bool IsUnsafe(IReadOnlyList<long> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return Reason(amounts) is not null;
    }

    internal HiddenReason? Reason(IReadOnlyList<long> amounts)
    {
        if (amounts.Count == 0)
            return null;
        if (amounts.Count < MinimumPersons)
            return HiddenReason.FewerThanMinimum;
        var largest = amounts.OrderDescending().Take(Math.Max(2, Dominating)).ToList();
        var whole = (double)amounts.Sum();
        var (first, second) = (largest[0], largest.ElementAtOrDefault(1));
        return
            whole - first - second < Percent / 100 * first
            || largest.Take(Dominating).Sum() >= DominantPercent / 100 * whole
            ? HiddenReason.Dominated
            : null;
    }

    internal static void Check(MagnitudeRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (
            rule.MinimumPersons < 3
            || rule.Dominating < 1
            || rule.Percent is not (> 0 and <= 100)
            || rule.DominantPercent is not (> 0 and <= 100)
        )
            throw new ArgumentException("A number of the rule is out of its range.", nameof(rule));
    }
}
