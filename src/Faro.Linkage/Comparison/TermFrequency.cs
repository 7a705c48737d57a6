// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Comparison;

/// <summary>How common each value of a column is: sharing a rare surname says more than sharing a common one.</summary>
internal sealed class TermFrequency
{
    /// <summary>No rarity says more than this; a value seen twice may just be a value seldom written down.</summary>
    private const double Cap = 10;

    private readonly int[] _counts;
    private readonly double[] _logs = new double[1024];
    private readonly double _average;

    public TermFrequency(int[] codes)
    {
        _counts = new int[codes.Length == 0 ? 1 : codes.Max() + 1];
        foreach (var code in codes)
        {
            _counts[code]++;
        }

        Present = codes.Length - _counts[0];
        for (var code = 1; code < _counts.Length; code++)
        {
            EqualPairs += (long)_counts[code] * (_counts[code] - 1) / 2;
        }

        _average = Present > 1 ? EqualPairs / (Present * (Present - 1) / 2.0) : 0;
        Most =
            Present > 1 && _average > 0
                ? Math.Clamp(Math.Log2(_average * (Present - 1)), 0, Cap)
                : 0;
        for (var others = 1; others < _logs.Length; others++)
        {
            _logs[others] = Of(others);
        }
    }

    /// <summary>Most that any value can add, in bits.</summary>
    public double Most { get; }

    /// <summary>Records that have a value.</summary>
    public long Present { get; }

    /// <summary>Pairs of records that share a value.</summary>
    public long EqualPairs { get; }

    /// <summary>What sharing this value adds to the evidence of sharing a value at all, in bits.</summary>
    public double Bits(int code)
    {
        // A value of another column may not occur here at all.
        var others = code < _counts.Length ? _counts[code] - 1 : 0;
        return others < 1 ? 0
            : others < _logs.Length ? _logs[others]
            : Of(others);
    }

    private double Of(int others) =>
        _average <= 0 ? 0 : Math.Clamp(Math.Log2(_average * (Present - 1) / others), -Cap, Cap);
}
