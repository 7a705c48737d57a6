// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Accounting;

/// <summary>Between ρ of zero-concentrated privacy, which simply adds up, and the (ε, δ) that it amounts to.</summary>
/// <remarks>Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy (2020), proposition 12 and
/// corollary 13: δ is the least over α > 1 of exp((α − 1)(αρ − ε)) / (α − 1) · (1 − 1/α)^α. Any α gives a true bound, so a
/// search that stops early errs to the safe side.</remarks>
internal static class ZeroConcentrated
{
    private const int Halvings = 200;

    // Floating point may be off by some last digits; this is a million times as much.
    private const double Caution = 1 - 1e-9;

    /// <summary>The δ that ρ amounts to at an ε.</summary>
    /// <param name="rho">≥ 0.</param>
    /// <param name="epsilon">≥ 0.</param>
    public static double Delta(double rho, double epsilon)
    {
        if (rho <= 0)
            return 0;
        // The slope of the logarithm in α is (2α − 1)ρ − ε + log(1 − 1/α), which only rises.
        var (low, high) = (1.0 + 1e-6, ((epsilon + 1) / (2 * rho)) + 2);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            if ((((2 * middle) - 1) * rho) - epsilon + LogLess(middle) < 0)
                low = middle;
            else
                high = middle;
        }
        var log =
            ((high - 1) * ((high * rho) - epsilon)) - Math.Log(high - 1) + (high * LogLess(high));
        return Math.Min(1, Math.Exp(log));
    }

    /// <summary>The least ε that ρ amounts to at a δ.</summary>
    /// <param name="rho">≥ 0.</param>
    /// <param name="delta">In (0, 1).</param>
    public static double Epsilon(double rho, double delta)
    {
        // ρ + 2√(ρ ln(1/δ)) is enough always (Bun and Steinke 2016).
        var (low, high) = (0.0, rho + (2 * Math.Sqrt(rho * -Math.Log(delta))));
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            if (Delta(rho, middle) > delta)
                low = middle;
            else
                high = middle;
        }
        return high;
    }

    /// <summary>The most ρ that a promise allows.</summary>
    public static double Rho(double epsilon, double delta)
    {
        var (low, high) = (0.0, epsilon + 1);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            if (Delta(middle, epsilon) > delta)
                high = middle;
            else
                low = middle;
        }
        return low * Caution;
    }

    private static double LogLess(double alpha) =>
        alpha < 2 ? Math.Log(alpha - 1) - Math.Log(alpha) : LogOnePlus(-1 / alpha);

    // .NET has no log1p for doubles in every version: this is Kahan's.
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
