// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Estimates;
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Noise;
using Faro.Disclosure.Sampling;

namespace Faro.Disclosure;

/// <summary>Makes invented records and published counts from records of persons.</summary>
public static class Synthesize
{
    private const long TriesPerRecord = 30;
    private const long MostTries = 6_000_000;
    private const int MostExchanged = 1_200_000;

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
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        return Run(new(records.Domain, _ => records), options, new SecureBits(), progress, cancel);
    }

    /// <summary>The same for records that are read when they are needed, with a ledger that may refuse and a state to go on from.</summary>
    /// <param name="source">Where records come from.</param>
    /// <param name="options">Chosen without looking at the records.</param>
    /// <param name="progress">Told from the calling thread.</param>
    /// <param name="cancel">Stops anywhere; with a state what was measured is kept.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="LedgerRefusedException">The ledger refuses; nothing was measured.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RecordRelease Run(
        RecordSource source,
        ReleaseOptions options,
        IProgress<ReleaseProgress>? progress = null,
        CancellationToken cancel = default
    ) => Run(source, options, new SecureBits(), progress, cancel);

    internal static RecordRelease Run(
        RecordSource source,
        ReleaseOptions options,
        BitSource bits,
        IProgress<ReleaseProgress>? progress,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ReleaseOptions.Check(options, source.Domain);
        void Say(ReleaseStage stage, double share) => progress?.Report(new(stage, share));

        var (measured, measure) = Begin(source, options, bits, Say, cancel);
        // From here on the records are used for triples only; everything else works on noisy counts.
        var lots = new Lots(bits.Next());
        var fit = FitTo(measured, null, ReleaseStage.Choosing);
        if (options.Length >= 3)
        {
            if (measured.TriplesVariance is null)
            {
                Say(ReleaseStage.Triples, 0);
                measure ??= new(source.Read(cancel), options, measured, bits);
                var deviation = Measure.TripleDeviation(measured, options);
                measured = measure.With(
                    LikelyTriples.Of(fit.Model, measured, deviation, options.MostTriples, cancel),
                    cancel
                );
                source.State?.Save(measured);
            }
            fit = FitTo(measured, fit, ReleaseStage.Fitting);
        }
        fit.Finish(Math.Max(1, options.Steps / 3));
        Say(ReleaseStage.Counting, 0);
        var estimates = new CountEstimates(measured, fit, cancel);
        var published = estimates.Published(options, cancel);
        Say(ReleaseStage.Drawing, 0);
        var drawn = SyntheticRecords.Draw(fit.Model, (int)measured.Persons, lots, cancel);
        // Of very many records the scatter of a sample is small beside their counts.
        if (options.Length >= 2 && drawn.Count <= MostExchanged)
            _ = new Exchange(drawn, estimates, measured.Triples, lots).Run(
                Math.Min(MostTries, TriesPerRecord * drawn.Count),
                share => Say(ReleaseStage.Drawing, share),
                cancel
            );
        if (source.State is null)
            source.Spend(options);
        return new(options, measured, fit.Model.Kinds, published, drawn);

        ModelFit FitTo(Measurement counts, ModelFit? start, ReleaseStage stage)
        {
            // What pairs were fitted to alone may also be what a stopped release goes on from.
            var known = stage == ReleaseStage.Choosing ? counts.WithoutTriples() : counts;
            return new(known, start, options, lots, share => Say(stage, share), cancel);
        }
    }

    /// <summary>Measures attributes and pairs, unless an earlier run did.</summary>
    private static (Measurement Measured, Measure? Measure) Begin(
        RecordSource source,
        ReleaseOptions options,
        BitSource bits,
        Action<ReleaseStage, double> say,
        CancellationToken cancel
    )
    {
        if (source.State?.Load() is { } kept)
            return (kept, null);
        source.Require(options);
        say(ReleaseStage.Reading, 0);
        var records = source.Read(cancel);
        say(ReleaseStage.Pairs, 0);
        var measure = new Measure(records, options, bits, cancel);
        if (source.State is { } state)
        {
            // What is kept in a file is let out as far as the ledger is concerned.
            source.Spend(options);
            state.Save(measure.First);
        }
        return (measure.First, measure);
    }
}
