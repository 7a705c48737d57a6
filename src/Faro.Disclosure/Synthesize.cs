// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Estimates;
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Noise;
using Faro.Disclosure.Sampling;

namespace Faro.Disclosure;

/// <summary>Makes invented records and published counts from records of persons.</summary>
public static class Synthesize
{
    private const int TriesPerRecord = 30;

    /// <summary>Measures records once, under one budget, and makes everything from the noisy measurement.</summary>
    /// <param name="records">One per person.</param>
    /// <param name="options">Chosen without looking at the records.</param>
    /// <param name="progress">Told from the calling thread.</param>
    /// <param name="cancel">Stops anywhere; nothing is published then.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>(ε, δ) differential privacy for adding or removing one record: exact discrete Gaussian noise from the
    /// operating system's cryptographic source, accounted by Canonne, Kamath and Steinke (2020). Valid when the domain and
    /// the options are public and each person has one record. Model: mixture of products fitted to noisy counts of
    /// attributes, all pairs of declared values, and the triples that pairs make likely. Cost: one pass over the records
    /// for pairs and one for triples, then independent of their number until records are drawn.</remarks>
    public static RecordRelease Run(
        RecordTable records,
        ReleaseOptions options,
        IProgress<ReleaseProgress>? progress = null,
        CancellationToken cancel = default
    ) => Run(records, options, new SecureBits(), progress, cancel);

    internal static RecordRelease Run(
        RecordTable records,
        ReleaseOptions options,
        BitSource bits,
        IProgress<ReleaseProgress>? progress,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(options);
        options.Check(records.Domain);
        void Say(ReleaseStage stage, double share) => progress?.Report(new(stage, share));

        Say(ReleaseStage.Pairs, 0);
        var measure = new Measure(records, options, bits, cancel);
        // From here on the records are used for triples only; everything else works on noisy counts.
        var lots = new Lots(bits.Next());
        var measured = measure.First;
        var fit = new ModelFit(
            measured,
            null,
            options,
            lots,
            share => Say(ReleaseStage.Choosing, share),
            cancel
        );
        if (options.Length >= 3)
        {
            Say(ReleaseStage.Triples, 0);
            var likely = LikelyTriples.Of(
                fit.Model,
                measured,
                measure.TripleDeviation,
                options.MostTriples,
                cancel
            );
            measured = measure.With(likely, cancel);
            fit = new ModelFit(
                measured,
                fit,
                options,
                lots,
                share => Say(ReleaseStage.Fitting, share),
                cancel
            );
        }
        fit.Finish(Math.Max(1, options.Steps / 3));
        Say(ReleaseStage.Counting, 0);
        var estimates = new CountEstimates(measured, fit, cancel);
        var published = estimates.Published(options, cancel);
        Say(ReleaseStage.Drawing, 0);
        var drawn = SyntheticRecords.Draw(fit.Model, (int)measured.Persons, lots, cancel);
        if (options.Length >= 2)
            _ = new Exchange(drawn, estimates, measured.Triples, lots).Run(
                (long)TriesPerRecord * drawn.Count,
                share => Say(ReleaseStage.Drawing, share),
                cancel
            );
        return new(options, measured, fit.Model.Kinds, published, drawn);
    }
}
