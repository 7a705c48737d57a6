// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Faro.Disclosure.Accounting;

namespace Faro.Disclosure;

/// <summary>What a release promises to each person: (ε, δ) differential privacy when one record is added or removed.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PrivacyLevel
{
    /// <param name="epsilon">In (0, 100]; 1 is strong, 12 is weak.</param>
    /// <param name="delta">In (0, 0.01]; well under one divided by the persons.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of its range.</exception>
    public PrivacyLevel(double epsilon, double delta)
    {
        if (epsilon is not (> 0 and <= 100))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "In (0, 100].");
        if (delta is not (> 0 and <= 0.01))
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "In (0, 0.01].");
        (Epsilon, Delta) = (epsilon, delta);
    }

    /// <summary>How much likelier, as a power of e, a person's record can make any outcome; in (0, 100].</summary>
    public double Epsilon { get; }

    /// <summary>The probability with which that may fail; in (0, 0.01].</summary>
    public double Delta { get; }

    /// <summary>The most that may be spent, in ρ of zero-concentrated privacy, which adds up over releases.</summary>
    /// <remarks>Source: Canonne, Kamath and Steinke (2020), corollary 13.</remarks>
    public double Rho => ZeroConcentrated.Rho(Epsilon, Delta);

    /// <summary>
    /// How often somebody who knows everything about two people, one of whom is in the data, at best picks the right one.
    /// </summary>
    /// <returns>Probability in [0.5, 1): Φ(μ/√2) with μ = √(2ρ); 0.5 is guessing.</returns>
    /// <remarks>For Gaussian noise, by Dong, Roth and Su, Gaussian Differential Privacy (2019), equation 6. Whole-number
    /// noise meets it up to what the rounding changes.</remarks>
    public double BestAttack => BestAttackOf(Rho);

    /// <inheritdoc cref="BestAttack"/>
    /// <param name="rho">What was spent; ≥ 0.</param>
    public static double BestAttackOf(double rho) => Bell.Below(Math.Sqrt(rho));

    /// <summary>The least ε that so much spending amounts to.</summary>
    /// <param name="rho">≥ 0.</param>
    /// <param name="delta">In (0, 0.01].</param>
    /// <remarks>Source: Canonne, Kamath and Steinke (2020), corollary 13.</remarks>
    public static double EpsilonOf(double rho, double delta) =>
        rho <= 0 ? 0 : ZeroConcentrated.Epsilon(rho, delta);
}
