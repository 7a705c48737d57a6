// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Mixture;
using Faro.Disclosure.Sampling;

namespace Faro.Disclosure.Estimates;

/// <summary>Fits the model to a measurement, holding some counts out so that its error is known.</summary>
/// <remarks>Several mixtures, each from a start of its own, are fitted to the same counts and put side by side: where they
/// follow noise they differ, and their mean follows it less (bagging, Breiman 1996).</remarks>
internal sealed class ModelFit
{
    private const int Parts = 4;
    private const double HeldPairs = 0.05;
    private const double EnoughHeld = 60;
    private const double HeldTriples = 0.1;
    private const int MostFitted = 60_000;
    private const float FirstStep = 0.1f;
    private const float LastStep = 0.001f;

    private readonly Measurement _measured;
    private readonly Targets _targets;
    private readonly Lots _lots;
    private readonly Action<double> _progress;
    private readonly CancellationToken _cancel;
    private readonly IReadOnlyList<MixtureModel> _parts;
    private readonly HashSet<int> _held = [];
    private readonly HashSet<int> _heldTriples = [];

    public ModelFit(
        Measurement measured,
        ModelFit? start,
        ReleaseOptions options,
        Lots lots,
        Action<double> progress,
        CancellationToken cancel
    )
    {
        (_measured, _lots, _progress, _cancel) = (measured, lots, progress, cancel);
        var width = (measured.Domain.AttributeCount + 3) / 4 * 4;
        _targets = new(measured.Persons, width);
        _parts = start?._parts ?? Begin(options);
        Model = _parts[0];
        PutSingles();
        PutPairs(width);
        PutTriples();
        Run(options.Steps, FirstStep);
    }

    /// <summary>All parts side by side.</summary>
    public MixtureModel Model { get; private set; }

    /// <summary>Squared residuals of pairs that were held out, once the fit without them is done.</summary>
    public List<(double Predicted, double Square)> OutsidePairs { get; } = [];

    /// <inheritdoc cref="OutsidePairs"/>
    public List<(double Predicted, double Square)> OutsideTriples { get; } = [];

    /// <summary>Whether the model was fitted to a measured triple in the end.</summary>
    public bool IsFitted(int triple) => !_heldTriples.Contains(triple);

    /// <summary>Notes how far the model is off what was held out, then fits all.</summary>
    public void Finish(int steps)
    {
        var expected = new Predictions(Model, _measured.Persons);
        var width = _measured.Domain.AttributeCount;
        var wide = _targets.Width;
        foreach (var pair in _held)
        {
            var (low, high) = (pair / width, pair % width);
            var predicted = expected.Pair(low, high);
            OutsidePairs.Add((predicted, Square(_measured.Pairs[pair] - predicted)));
            _targets.PairWeights[(low * wide) + high] =
                1 / (float)_measured.PairsVariance!.Value.Value;
        }
        expected.OfTriples(
            _measured.Triples,
            (triple, predicted) =>
            {
                if (_heldTriples.Contains(triple))
                    OutsideTriples.Add(
                        (predicted, Square(_measured.TripleCounts[triple] - predicted))
                    );
            }
        );
        if (_heldTriples.Count <= HeldTriples * 2 * _measured.Triples.Count)
        {
            foreach (var triple in _heldTriples)
                _targets.TripleWeights[triple] = 1 / (float)_measured.TriplesVariance!.Value.Value;
            _heldTriples.Clear();
        }
        Run(steps, FirstStep / 4);
    }

    private static double Square(double x) => x * x;

    private List<MixtureModel> Begin(ReleaseOptions options)
    {
        var persons = (double)_measured.Persons;
        var wanted =
            options.Kinds
            ?? Math.Clamp(0.6 * Math.Sqrt(persons * Math.Sqrt(2 * options.Level.Rho)), 64, 512);
        var shares = _measured
            .Singles.Select(count => Math.Clamp(count / persons, 1e-5, 0.98))
            .ToArray();
        var parts = new List<MixtureModel>();
        for (var part = 0; part < Parts; part++)
        {
            parts.Add(new(_measured.Domain, ((int)wanted + (16 * Parts) - 1) / (16 * Parts) * 16));
            parts[part].Scatter(shares, _lots);
        }
        return parts;
    }

    private void Run(int steps, float first)
    {
        foreach (var (part, model) in _parts.Index())
        {
            var fit = new Fit(model, _targets);
            for (var step = 0; step < steps; step++)
            {
                _cancel.ThrowIfCancellationRequested();
                var share = step / (double)steps;
                fit.Step(
                    LastStep + ((first - LastStep) * (float)((1 + Math.Cos(Math.PI * share)) / 2))
                );
                _progress((part + share) / Parts);
            }
        }
        Model = MixtureModel.Together(_parts);
    }

    private void PutSingles()
    {
        for (var attribute = 0; attribute < _measured.Singles.Length; attribute++)
        {
            _targets.Singles[attribute] = _measured.Singles[attribute];
            _targets.SingleWeights[attribute] = 1 / (float)_measured.SinglesVariance.Value;
        }
    }

    private void PutPairs(int wide)
    {
        if (_measured.PairsVariance is not { } variance)
            return;
        var width = _measured.Domain.AttributeCount;
        var columns = _measured.Domain.ColumnsOfAttributes;
        // Of few pairs a larger share, or their mean would say nothing.
        var share = Math.Clamp(2 * EnoughHeld / ((double)width * width / 2), HeldPairs, 0.15);
        for (var low = 0; low < width; low++)
        for (var high = low + 1; high < width; high++)
        {
            if (columns[low] == columns[high])
                continue;
            var isHeld = _lots.Unit() < share;
            if (isHeld)
                _held.Add((low * width) + high);
            _targets.Pairs[(low * wide) + high] = _measured.Pairs[(low * width) + high];
            _targets.PairWeights[(low * wide) + high] = isHeld ? 0 : 1 / (float)variance.Value;
        }
    }

    private void PutTriples()
    {
        if (_measured.TriplesVariance is not { } variance)
            return;
        var weights = new float[_measured.Triples.Count];
        // The model learns little from ever more triples, and each takes time at every step.
        var share = Math.Max(HeldTriples, 1 - (MostFitted / (double)weights.Length));
        for (var triple = 0; triple < weights.Length; triple++)
            if (_lots.Unit() < share)
                _heldTriples.Add(triple);
            else
                weights[triple] = 1 / (float)variance.Value;
        _targets.Add(
            _measured.Triples,
            [.. _measured.TripleCounts.Select(count => (float)count)],
            weights
        );
    }
}
