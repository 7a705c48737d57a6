// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Accounting;
using Faro.Disclosure.Noise;

namespace Faro.Disclosure.Measuring;

/// <summary>Looks at records, and lets out nothing but noisy counts.</summary>
internal sealed class Measure
{
    private readonly DiscreteNoise _noise;
    private readonly Spending _spending;
    private readonly RecordTable _records;

    /// <param name="records">As they are.</param>
    /// <param name="options">Checked.</param>
    /// <param name="bits">For all noise and all lots.</param>
    /// <param name="cancel">Stops between blocks of records.</param>
    public Measure(
        RecordTable records,
        ReleaseOptions options,
        BitSource bits,
        CancellationToken cancel
    )
    {
        _noise = new(bits);
        _spending = Plan(options);
        var persons = records.Count + _noise.Gaussian(_spending.Persons);
        var cap = options.Cap ?? ChooseCap(records);
        cancel.ThrowIfCancellationRequested();
        records = records.CappedAt(cap, bits);
        var variance = _spending.Spend(1, cap);
        var singles = WithNoise(Counting.Singles(records), variance);
        if (options.IsDomainPrivate)
            (records, singles) = Frequent(records, singles, variance, cap, options.Level.Delta / 2);
        _records = records;
        First = new()
        {
            Domain = records.Domain,
            Persons = Math.Max(1, persons),
            PersonsVariance = _spending.Persons,
            Cap = cap,
            SinglesVariance = variance,
            Singles = singles,
            Spent = _spending.Spent,
        };
        if (_spending.Measures(2))
            AddPairs(cancel);
    }

    /// <summary>Goes on with a measurement that was begun: triples are all that is missing.</summary>
    public Measure(RecordTable records, ReleaseOptions options, Measurement first, BitSource bits)
    {
        _noise = new(bits);
        _spending = Plan(options);
        var from = records.Domain;
        int[] places =
        [
            .. Enumerable
                .Range(0, from.AttributeCount)
                .Select(a => first.Domain.AttributeOf(from.ColumnOf(a), from.ValueOf(a))),
        ];
        _records = records.CappedAt(first.Cap, bits).In(first.Domain, places);
        First = first;
    }

    /// <summary>Persons, attributes and pairs.</summary>
    public Measurement First { get; private set; }

    /// <summary>The same with triples that were chosen from it.</summary>
    public Measurement With(TripleList triples, CancellationToken cancel)
    {
        var variance = _spending.Of(3, First.Cap);
        var counts = Counting.Triples(_records, triples, cancel);
        for (var triple = 0; triple < counts.Length; triple++)
            counts[triple] += (int)_noise.Gaussian(variance);
        return First with
        {
            TriplesVariance = variance,
            Triples = triples,
            TripleCounts = counts,
            Spent = First.Spent + variance.Cost(Spending.Choose(First.Cap, 3)),
        };
    }

    /// <summary>The noise that triples will have.</summary>
    public static double TripleDeviation(Measurement first, ReleaseOptions options) =>
        Plan(options).Of(3, first.Cap).Deviation;

    private static Spending Plan(ReleaseOptions options)
    {
        var level = options.Level;
        var delta = options.IsDomainPrivate ? level.Delta / 2 : level.Delta;
        return new(ZeroConcentrated.Rho(level.Epsilon, delta), options.Length, options.Cap is null);
    }

    private void AddPairs(CancellationToken cancel)
    {
        var variance = _spending.Spend(2, First.Cap);
        var counts = Counting.Pairs(_records, cancel);
        var width = First.Domain.AttributeCount;
        var columns = First.Domain.ColumnsOfAttributes;
        // Every declared pair gets noise, also those that nobody has: which ones do is not told.
        for (var low = 0; low < width; low++)
        for (var high = low + 1; high < width; high++)
            if (columns[low] != columns[high])
                counts[(low * width) + high] += (int)_noise.Gaussian(variance);
        First = First with { PairsVariance = variance, Pairs = counts, Spent = _spending.Spent };
    }

    private int ChooseCap(RecordTable records)
    {
        var variance = _spending.Lengths!.Value;
        var lengths = WithNoise(Counting.Lengths(records), variance);
        return CapChoice.Of(lengths, variance.Deviation, records.Domain, _spending);
    }

    private long[] WithNoise(long[] counts, Variance variance)
    {
        for (var i = 0; i < counts.Length; i++)
            counts[i] += _noise.Gaussian(variance);
        return counts;
    }

    /// <summary>Leaves out values that may belong to one person alone.</summary>
    /// <remarks>A value that only one person has passes with probability at most P(noise ≥ t − 1), which is at most that of
    /// the normal distribution over t − 2 (Canonne, Kamath and Steinke 2020, proposition 25); a person has at most W.</remarks>
    private (RecordTable Records, long[] Singles) Frequent(
        RecordTable records,
        long[] singles,
        Variance variance,
        int cap,
        double delta
    )
    {
        var threshold = 2 + (variance.Deviation * Bell.ValueAbove(delta / cap));
        var places = new int[singles.Length];
        var kept = 0;
        for (var attribute = 0; attribute < places.Length; attribute++)
            places[attribute] = singles[attribute] >= threshold ? kept++ : -1;
        var old = records.Domain;
        var domain = RecordDomain.Of([
            .. old.Columns.Select(
                (column, i) =>
                    new DomainColumn(
                        column.Name,
                        [.. column.Values.Where((_, value) => places[old.First(i) + value] >= 0)]
                    )
            ),
        ]);
        return (
            records.In(domain, places),
            [.. singles.Where((_, attribute) => places[attribute] >= 0)]
        );
    }
}
