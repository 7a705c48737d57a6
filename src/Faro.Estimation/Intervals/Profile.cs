// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Faro.Estimation.Models;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Intervals;

/// <summary>Maximum and limits of the exact multinomial likelihood, profiled over the people unseen.</summary>
/// <param name="Hidden">People unseen at the maximum.</param>
/// <param name="Lower">Lower limit of the people unseen; 0 when the likelihood never falls so low.</param>
/// <param name="Upper">Upper limit of the people unseen; +∞ when none was found below the stated bound.</param>
/// <remarks>
/// Cormack, "Interval estimation for mark-recapture studies of closed populations", Biometrics 48 (1992) 567–576, with
/// the gamma function itself in place of Stirling's formula and no bound on the search but the caller's. Given the
/// people unseen, the multinomial fit is the Poisson fit of all cells; by the envelope theorem the slope of the profile
/// is ψ(N + 1) − ψ(N₀ + 1) + log p₀, so the maximum is a root and not a search.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Profile(double Hidden, double Lower, double Upper)
{
    private const double Precision = 1e-12;
    private const double Least = 1e-9;

    /// <summary>Profiles the model that was just fitted; the fitter holds it again afterwards.</summary>
    /// <param name="fitter">Holds the table and the fit.</param>
    /// <param name="terms">Terms of the model.</param>
    /// <param name="level">Confidence level.</param>
    /// <param name="most">Most people unseen to be looked at.</param>
    /// <returns>Null when a fit on the way failed.</returns>
    public static Profile? Of(Fitter fitter, IReadOnlyList<int> terms, double level, double most)
    {
        var start = Math.Clamp(Math.Exp(fitter.LogHidden), Least * 2, most);
        var curve = new Curve(fitter, terms);
        var profile = curve.Limits(start, level, most);
        fitter.Reveal(double.NaN);
        return curve.Failed || !fitter.Fit(terms) ? null : profile;
    }

    private sealed class Curve(Fitter fitter, IReadOnlyList<int> terms)
    {
        public bool Failed { get; private set; }

        public Profile Limits(double start, double level, double most)
        {
            var low = start;
            while (Slope(low) < 0 && low > Least)
            {
                low /= 2;
            }

            var high = start;
            while (Slope(high) > 0 && high < most)
            {
                high *= 2;
            }

            var best = low <= Least ? Least : Root(Slope, low, high);
            var reach = Normal.Quantile(0.5 + (level / 2));
            var cut = Height(best) - (reach * reach / 2);
            double Above(double hidden) => Height(hidden) - cut;
            var far = best * 2;
            while (Above(far) > 0 && far < most)
            {
                far *= 2;
            }

            return new(
                best,
                Above(Least) >= 0 ? 0 : Root(Above, Least, best),
                Above(far) > 0 ? double.PositiveInfinity : Root(Above, best, far)
            );
        }

        private void Fit(double hidden)
        {
            fitter.Reveal(hidden);
            Failed |= !fitter.Fit(terms);
        }

        private double Slope(double hidden)
        {
            Fit(hidden);
            var all = fitter.Observed + hidden;
            return LogGamma.Slope(all + 1)
                - LogGamma.Slope(hidden + 1)
                + fitter.LogHidden
                - Math.Log(all);
        }

        private double Height(double hidden)
        {
            Fit(hidden);
            var all = fitter.Observed + hidden;
            return LogGamma.Of(all + 1)
                - LogGamma.Of(hidden + 1)
                + fitter.LogLikelihoodKernel()
                + all
                - (all * Math.Log(all));
        }

        /// <summary>Regula falsi with the Illinois rule, on the logarithm of the people unseen.</summary>
        private double Root(Func<double, double> function, double below, double above)
        {
            var (a, b) = (Math.Log(below), Math.Log(above));
            var (fa, fb) = (function(below), function(above));
            for (var i = 0; i < 200 && b - a > Precision * Math.Max(1, Math.Abs(b)) && !Failed; i++)
            {
                var c = i % 8 == 7 ? (a + b) / 2 : ((a * fb) - (b * fa)) / (fb - fa);
                if (!(c > a && c < b))
                {
                    c = (a + b) / 2;
                }

                var fc = function(Math.Exp(c));
                if (fc == 0)
                {
                    return Math.Exp(c);
                }

                if (fc > 0 == fa > 0)
                {
                    (a, fa, fb) = (c, fc, fb / 2);
                }
                else
                {
                    (b, fb, fa) = (c, fc, fa / 2);
                }
            }

            return Math.Exp((a + b) / 2);
        }
    }
}
