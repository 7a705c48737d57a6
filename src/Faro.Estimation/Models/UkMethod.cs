// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Intervals;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Models;

/// <summary>The method of the UK estimate of 2014.</summary>
/// <remarks>Silverman, "Modern slavery: an application of multiple systems estimation", Home Office, 2014, and "Multiple-
/// systems analysis for the quantification of modern slavery", JRSS-A 183 (2020) 691–736: the pair that lowers AIC most
/// enters while its Wald p-value is below a threshold; figure and limits come from the profile of the multinomial
/// likelihood. The interval takes the chosen model for granted. Agrees with modslavmse 2.0 (MethodsPublished) to the
/// difference between the gamma function and Stirling's formula.</remarks>
internal static class UkMethod
{
    /// <summary>Selects, fits and profiles.</summary>
    public static ModelEstimate Run(
        CaptureTable table,
        EstimateOptions options,
        List<Notice> warnings
    )
    {
        var name = Estimate.NameOf(ModelKind.Uk2014);
        var fitter = new Fitter(table.Lists.Count);
        fitter.Load(table);
        var terms = Selection.Main(table.Lists.Count).ToList();
        var status = fitter.Check(terms);
        if (status == ModelStatus.Estimated)
        {
            status = Select(fitter, terms, options) ? status : ModelStatus.Diverged;
        }

        var answer = Formulas.Without(name, options.Level) with
        {
            Status = status,
            Interactions =
            [
                .. terms.Skip(1 + table.Lists.Count).Select(pair => Selection.Named(table, pair)),
            ],
        };
        if (status != ModelStatus.Estimated)
        {
            return answer;
        }

        var likelihood = fitter.LogLikelihood();
        var most = options.DivergenceRatio * table.Observed;
        if (Profile.Of(fitter, terms, options.Level, most) is not { } profile)
        {
            return answer with { Status = ModelStatus.Diverged };
        }

        var bounded = double.IsFinite(profile.Upper);
        warnings.Add(
            bounded
                ? new(NoticeCodes.IntervalConditional, name)
                : new(NoticeCodes.IntervalUnbounded, name, options.DivergenceRatio)
        );
        return answer with
        {
            Status = bounded ? ModelStatus.Estimated : ModelStatus.IntervalUnavailable,
            Estimate = table.Observed + profile.Hidden,
            Interval = bounded
                ? new(
                    table.Observed + profile.Lower,
                    table.Observed + profile.Upper,
                    IntervalKind.Profile
                )
                : null,
            Parameters = terms.Count,
            Aic = 2 * (terms.Count - likelihood),
            Bic = (terms.Count * Math.Log(table.Observed)) - (2 * likelihood),
        };
    }

    private static bool Select(Fitter fitter, List<int> terms, EstimateOptions options)
    {
        if (!fitter.Fit(terms))
        {
            return false;
        }

        var before = fitter.LogLikelihood();
        while (Best(fitter, terms) is var (pair, likelihood, p))
        {
            // AIC falls when one more parameter gains more than 1.
            if (likelihood - before <= 1 || p >= options.WaldThreshold)
            {
                break;
            }

            terms.Add(pair);
            before = likelihood;
        }

        return fitter.Fit(terms)
            && Math.Exp(fitter.LogHidden) <= (options.DivergenceRatio - 1) * fitter.Observed;
    }

    /// <summary>The pair with the highest likelihood among those that can be fitted. A pair that shares nobody has an
    /// infinite standard error, and so a p-value of 1.</summary>
    private static (int Pair, double LogLikelihood, double P)? Best(Fitter fitter, List<int> terms)
    {
        (int, double, double)? best = null;
        var highest = double.NegativeInfinity;
        foreach (var pair in Selection.Pairs(fitter.Lists).Except(terms).ToArray())
        {
            terms.Add(pair);
            if (fitter.Check(terms) == ModelStatus.Estimated && fitter.Fit(terms))
            {
                var likelihood = fitter.LogLikelihood();
                if (likelihood > highest)
                {
                    highest = likelihood;
                    var p = 1.0;
                    if (fitter.Margin(pair) > 0)
                    {
                        var z = fitter.Coefficient(pair) / fitter.StandardErrorOf(pair);
                        p = 2 * Normal.Cumulative(-Math.Abs(z));
                    }

                    best = (pair, likelihood, p);
                }
            }

            terms.RemoveAt(terms.Count - 1);
        }

        return best;
    }
}
