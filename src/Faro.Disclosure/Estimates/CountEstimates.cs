// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Measuring;

namespace Faro.Disclosure.Estimates;

/// <summary>Best estimates of the counts worth publishing, from a measurement and the model fitted to it.</summary>
internal sealed class CountEstimates
{
    // Below it a combination is likelier to be noise than persons.
    private const double Sureness = 0.25;

    private readonly Measurement _measured;
    private readonly Predictions _expected;
    private readonly int _width;
    private readonly float[] _singles;
    private readonly float[] _pairs;
    private float[] _tripleErrors = [];

    public CountEstimates(Measurement measured, ModelFit fit, CancellationToken cancel)
    {
        (_measured, _expected) = (measured, new(fit.Model, measured.Persons));
        _width = measured.Domain.AttributeCount;
        _singles = new float[_width];
        _pairs = new float[_width * _width];
        WeighPairs(fit);
        WeighSingles();
        cancel.ThrowIfCancellationRequested();
        TripleShrinkage = WeighTriples(fit);
    }

    public Shrinkage? PairShrinkage { get; private set; }

    public Shrinkage? TripleShrinkage { get; }

    /// <summary>Everything to publish, by length, then by attributes.</summary>
    public List<Combination> Published(ReleaseOptions options, CancellationToken cancel)
    {
        var published = new List<Combination>();
        var isOut = new bool[_width * _width];
        for (var attribute = 0; attribute < _width; attribute++)
            if (IsSure(_singles[attribute], SingleError, options))
                published.Add(
                    new((short)attribute, -1, -1, -1, _singles[attribute], (float)SingleError)
                );
            else
                isOut[attribute * (_width + 1)] = true;
        if (options.Length >= 2)
            AddPairs(published, isOut, options);
        if (options.Length >= 3)
            AddTriples(published, isOut, options, cancel);
        if (options.Length >= 4)
            AddFours(published, options, cancel);
        return published;
    }

    /// <summary>The best estimate of a pair.</summary>
    public float Pair(int low, int high) => _pairs[(low * _width) + high];

    /// <summary>By measured triple.</summary>
    public float[] Triples { get; private set; } = [];

    private double SingleError => _measured.SinglesVariance.Deviation;

    private static bool IsSure(double count, double error, ReleaseOptions options) =>
        Math.Round(count) >= options.Minimum && count - (Sureness * error) > 0;

    private void WeighSingles()
    {
        // Their noise is a fraction of that of pairs: the model cannot add much to them.
        for (var attribute = 0; attribute < _width; attribute++)
            _singles[attribute] = _measured.Singles[attribute];
    }

    private void WeighPairs(ModelFit fit)
    {
        if (_measured.PairsVariance is not { } variance)
            return;
        var inside = new List<(double, double)>();
        var columns = _measured.Domain.ColumnsOfAttributes;
        for (var low = 0; low < _width; low++)
        for (var high = low + 1; high < _width; high++)
            if (columns[low] != columns[high])
            {
                var expected = _expected.Pair(low, high);
                var off = _measured.Pairs[(low * _width) + high] - expected;
                _pairs[(low * _width) + high] = (float)expected;
                inside.Add((expected, off * off));
            }
        PairShrinkage = new(variance.Value, inside, fit.OutsidePairs);
        for (var low = 0; low < _width; low++)
        for (var high = low + 1; high < _width; high++)
            if (columns[low] != columns[high])
            {
                var at = (low * _width) + high;
                _pairs[at] = (float)PairShrinkage.Fitted(_measured.Pairs[at], _pairs[at]).Count;
            }
    }

    private Shrinkage? WeighTriples(ModelFit fit)
    {
        if (_measured.TriplesVariance is not { } variance)
            return null;
        Triples = new float[_measured.Triples.Count];
        _tripleErrors = new float[Triples.Length];
        var inside = new List<(double, double)>(Triples.Length);
        _expected.OfTriples(
            _measured.Triples,
            (triple, expected) =>
            {
                var off = _measured.TripleCounts[triple] - expected;
                if (fit.IsFitted(triple))
                    inside.Add((expected, off * off));
                Triples[triple] = (float)expected;
            }
        );
        var shrinkage = new Shrinkage(variance.Value, inside, fit.OutsideTriples);
        for (var triple = 0; triple < Triples.Length; triple++)
        {
            var (noisy, expected) = (_measured.TripleCounts[triple], Triples[triple]);
            var (count, error) = fit.IsFitted(triple)
                ? shrinkage.Fitted(noisy, expected)
                : shrinkage.Held(noisy, expected);
            (Triples[triple], _tripleErrors[triple]) = ((float)count, (float)error);
        }
        return shrinkage;
    }

    private void AddPairs(List<Combination> published, bool[] isOut, ReleaseOptions options)
    {
        var columns = _measured.Domain.ColumnsOfAttributes;
        for (var low = 0; low < _width; low++)
        for (var high = low + 1; high < _width; high++)
        {
            var at = (low * _width) + high;
            isOut[at] =
                columns[low] == columns[high]
                || isOut[low * (_width + 1)]
                || isOut[high * (_width + 1)];
            if (isOut[at])
                continue;
            // Nobody has both without having each.
            var count = Math.Min(_pairs[at], Math.Min(_singles[low], _singles[high]));
            var error = PairShrinkage!.Fitted(0, _expected.Pair(low, high)).Error;
            isOut[at] = !IsSure(count, error, options);
            if (!isOut[at])
                published.Add(new((short)low, (short)high, -1, -1, count, (float)error));
        }
    }

    private void AddTriples(
        List<Combination> published,
        bool[] isOut,
        ReleaseOptions options,
        CancellationToken cancel
    )
    {
        if (TripleShrinkage is not { } shrinkage)
            return;
        _expected.FindTriples(
            Math.Max(1, options.Minimum * 0.3),
            (low, high) => !isOut[(low * _width) + high],
            (first, second, third, expected) =>
            {
                var count = expected;
                var error = shrinkage.Misfit(expected);
                var triple = _measured.Triples.Find(first, second, third);
                if (triple >= 0)
                    (count, error) = (Triples[triple], _tripleErrors[triple]);
                count = Math.Min(
                    count,
                    Math.Min(Pair(first, second), Math.Min(Pair(first, third), Pair(second, third)))
                );
                if (IsSure(count, error, options))
                    published.Add(
                        new(
                            (short)first,
                            (short)second,
                            (short)third,
                            -1,
                            (float)count,
                            (float)error
                        )
                    );
            },
            cancel
        );
    }

    /// <summary>Four together follow from the model; how far it is off is taken from triples of the same size.</summary>
    private void AddFours(
        List<Combination> published,
        ReleaseOptions options,
        CancellationToken cancel
    )
    {
        if (TripleShrinkage is not { } shrinkage)
            return;
        var triples = published
            .Where(each => each.Length == 3)
            .ToDictionary(each => (each.First, each.Second, each.Third), each => each.Count);
        foreach (var ((first, second, third), whole) in triples)
        {
            cancel.ThrowIfCancellationRequested();
            _expected.FindFourth(
                new(first, second, third, -1, 0, 0),
                options.Minimum,
                fourth =>
                    triples.ContainsKey((first, second, (short)fourth))
                    && triples.ContainsKey((first, third, (short)fourth))
                    && triples.ContainsKey((second, third, (short)fourth)),
                (fourth, expected) =>
                {
                    var last = (short)fourth;
                    float[] bounds =
                    [
                        (float)expected,
                        whole,
                        triples[(first, second, last)],
                        triples[(first, third, last)],
                        triples[(second, third, last)],
                    ];
                    var count = bounds.Min();
                    var error = shrinkage.Misfit(expected);
                    if (IsSure(count, error, options))
                        published.Add(new(first, second, third, last, count, (float)error));
                }
            );
        }
    }
}
