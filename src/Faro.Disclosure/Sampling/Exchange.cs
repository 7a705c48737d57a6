// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Estimates;
using Faro.Disclosure.Measuring;

namespace Faro.Disclosure.Sampling;

/// <summary>Exchanges single cells between drawn records as long as their counts of pairs and triples come closer to the estimates.</summary>
/// <remarks>Drawing alone adds the scatter of a sample to the error of the model. An exchange within a column leaves all
/// single counts as they are; it is kept when the sum of squared differences falls. Uses estimates only, so it costs no
/// privacy.</remarks>
internal sealed class Exchange
{
    private readonly SyntheticRecords _records;
    private readonly Lots _lots;
    private readonly int _width;
    private readonly float[] _pairs;
    private readonly int[] _rows;
    private readonly float[] _triples;
    private readonly ushort[] _one;
    private readonly ushort[] _other;
    private readonly ushort[] _both;

    public Exchange(
        SyntheticRecords records,
        CountEstimates estimates,
        TripleList triples,
        Lots lots
    )
    {
        (_records, _lots) = (records, lots);
        _width = records.Domain.AttributeCount;
        _pairs = new float[_width * _width];
        for (var low = 0; low < _width; low++)
        for (var high = low + 1; high < _width; high++)
            _pairs[(low * _width) + high] = -Math.Max(0, estimates.Pair(low, high));
        _rows = new int[_width * _width];
        Array.Fill(_rows, -1);
        var size = 0;
        foreach (var (first, second, _, _) in triples.Groups)
        {
            _rows[(first * _width) + second] = size;
            size += _width;
        }
        _triples = new float[size];
        // What was not measured has no estimate to come closer to.
        Array.Fill(_triples, float.NaN);
        foreach (var (first, second, from, to) in triples.Groups)
            for (var triple = from; triple < to; triple++)
                _triples[_rows[(first * _width) + second] + triples.Third(triple)] = -Math.Max(
                    0,
                    estimates.Triples[triple]
                );
        _one = new ushort[records.Columns.Count];
        _other = new ushort[records.Columns.Count];
        _both = new ushort[records.Columns.Count];
        for (var record = 0; record < records.Count; record++)
            Count(record);
    }

    /// <summary>Tries so many exchanges.</summary>
    /// <returns>How many were kept.</returns>
    public long Run(long tries, Action<double> progress, CancellationToken cancel)
    {
        long kept = 0;
        for (long step = 0; step < tries; step++)
        {
            if ((step & 0xFFFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress(step / (double)tries);
            }
            if (Try())
                kept++;
        }
        return kept;
    }

    private bool Try()
    {
        var column = _lots.Below(_records.Columns.Count);
        var cells = _records.Columns[column];
        var (i, j) = (_lots.Below(_records.Count), _lots.Below(_records.Count));
        var (x, y) = (cells[i], cells[j]);
        if (x == y)
            return false;
        var (one, other, both) = Compare(column, i, j);
        var gain =
            PairGain(x, one, -1)
            + PairGain(x, other, 1)
            + PairGain(y, one, 1)
            + PairGain(y, other, -1);
        if (_triples.Length > 0)
            gain +=
                TripleGain(x, one, both, -1)
                + TripleGain(x, other, both, 1)
                + TripleGain(y, one, both, 1)
                + TripleGain(y, other, both, -1);
        if (gain >= 0)
            return false;
        Change(x, one, both, -1);
        Change(x, other, both, 1);
        Change(y, one, both, 1);
        Change(y, other, both, -1);
        (cells[i], cells[j]) = (y, x);
        return true;
    }

    /// <summary>The attributes outside a column that only one record has, only the other has, and both have.</summary>
    private Three Compare(int without, int i, int j)
    {
        var (one, other, both) = (0, 0, 0);
        for (var column = 0; column < _records.Columns.Count; column++)
        {
            if (column == without)
                continue;
            var (x, y) = (_records.Columns[column][i], _records.Columns[column][j]);
            if (x == y)
            {
                if (x != SyntheticRecords.Nothing)
                    _both[both++] = x;
                continue;
            }
            if (x != SyntheticRecords.Nothing)
                _one[one++] = x;
            if (y != SyntheticRecords.Nothing)
                _other[other++] = y;
        }
        return new(_one.AsSpan(0, one), _other.AsSpan(0, other), _both.AsSpan(0, both));
    }

    private float PairGain(ushort attribute, ReadOnlySpan<ushort> others, int times)
    {
        if (attribute == SyntheticRecords.Nothing)
            return 0;
        var gain = 0f;
        foreach (var other in others)
            gain += 1 + (2 * times * _pairs[Pair(attribute, other)]);
        return gain;
    }

    private float TripleGain(
        ushort attribute,
        ReadOnlySpan<ushort> others,
        ReadOnlySpan<ushort> both,
        int times
    )
    {
        if (attribute == SyntheticRecords.Nothing)
            return 0;
        var gain = 0f;
        for (var i = 0; i < others.Length; i++)
        {
            foreach (var third in others[(i + 1)..])
                gain += TripleGain(attribute, others[i], third, times);
            foreach (var third in both)
                gain += TripleGain(attribute, others[i], third, times);
        }
        return gain;
    }

    private float TripleGain(int a, int b, int c, int times)
    {
        var at = Triple(a, b, c);
        return at < 0 || float.IsNaN(_triples[at]) ? 0 : 1 + (2 * times * _triples[at]);
    }

    private void Change(
        ushort attribute,
        ReadOnlySpan<ushort> others,
        ReadOnlySpan<ushort> both,
        int times
    )
    {
        if (attribute == SyntheticRecords.Nothing)
            return;
        for (var i = 0; i < others.Length; i++)
        {
            _pairs[Pair(attribute, others[i])] += times;
            foreach (var third in others[(i + 1)..])
                ChangeTriple(attribute, others[i], third, times);
            foreach (var third in both)
                ChangeTriple(attribute, others[i], third, times);
        }
    }

    private void ChangeTriple(int a, int b, int c, int times)
    {
        if (_triples.Length > 0 && Triple(a, b, c) is >= 0 and var at)
            _triples[at] += times;
    }

    /// <summary>Counts a record from nothing: every attribute joins those before it.</summary>
    private void Count(int record)
    {
        var count = 0;
        foreach (var cells in _records.Columns)
            if (cells[record] != SyntheticRecords.Nothing)
            {
                Change(cells[record], _one.AsSpan(0, count), [], 1);
                _one[count++] = cells[record];
            }
    }

    private int Pair(int a, int b) => a < b ? (a * _width) + b : (b * _width) + a;

    private int Triple(int a, int b, int c)
    {
        var low = Math.Min(a, Math.Min(b, c));
        var high = Math.Max(a, Math.Max(b, c));
        var row = _rows[(low * _width) + a + b + c - low - high];
        return row < 0 ? -1 : row + high;
    }

    private readonly ref struct Three(
        ReadOnlySpan<ushort> one,
        ReadOnlySpan<ushort> other,
        ReadOnlySpan<ushort> both
    )
    {
        private readonly ReadOnlySpan<ushort> _one = one;
        private readonly ReadOnlySpan<ushort> _other = other;
        private readonly ReadOnlySpan<ushort> _both = both;

        public void Deconstruct(
            out ReadOnlySpan<ushort> one,
            out ReadOnlySpan<ushort> other,
            out ReadOnlySpan<ushort> both
        )
        {
            one = _one;
            other = _other;
            both = _both;
        }
    }
}
