// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Blocking;
using Faro.Linkage.Comparison;
using Faro.Linkage.Records;

namespace Faro.Linkage.Weights;

/// <summary>Adds up the evidence of a pair in bits.</summary>
internal sealed class Scorer
{
    private readonly Aspects _aspects;
    private readonly double[][] _bits;
    private readonly double _prior;
    private readonly RecordTable _table;

    /// <summary>Aspects in the order of their cost: numbers first, texts that may need a second look last.</summary>
    private readonly int[] _order;

    private readonly int _cheap;

    /// <summary>Most bits that the cheap aspects after a place of the order can still add.</summary>
    private readonly double[] _rest;

    /// <summary>Most bits that names and other texts can add for a row: sharing a common name never says much.</summary>
    private readonly float[] _texts;

    public Scorer(RecordTable table, Aspects aspects, LinkageModel model)
    {
        (_table, _aspects) = (table, aspects);
        _prior = Math.Log2(model.MatchShare / (1 - model.MatchShare));
        if (
            !model
                .Comparisons.Select(weights => weights.Name)
                .SequenceEqual(aspects.All.Select(aspect => aspect.Name), StringComparer.Ordinal)
            || model
                .Comparisons.Zip(aspects.All)
                .Any(pair => pair.First.Levels.Count != pair.Second.Levels.Count)
        )
        {
            Throw.Contract(
                "The model compares other columns than these lists have.",
                nameof(model)
            );
        }

        _bits =
        [
            .. model.Comparisons.Select(weights =>
                (double[])[0, .. weights.Levels.Select(level => level.Bits)]
            ),
        ];
        _order = [.. Enumerable.Range(0, _bits.Length).OrderBy(k => Cost(aspects.All[k]))];
        _rest = new double[_order.Length];
        _cheap = _order.TakeWhile(k => Cost(aspects.All[k]) == 0).Count();
        for (var at = _order.Length - 2; at >= 0; at--)
        {
            var next = _order[at + 1];
            _rest[at] = _rest[at + 1] + (at + 1 < _cheap ? Most(next, []) : 0);
        }

        _texts = new float[table.Count];
        for (var row = 0; row < _texts.Length; row++)
        {
            var most = 0.0;
            foreach (var k in _order.AsSpan(_cheap))
            {
                most += Most(k, table[row]);
            }

            // Rounded up: a bound that is a little too high costs time, one too low a pair.
            _texts[row] = (float)most + .001f;
        }
    }

    private static int Cost(Aspect aspect) =>
        aspect switch
        {
            SurnamesAspect => 3,
            GivenAspect or WordsAspect => 2,
            _ => 0,
        };

    /// <summary>Most bits that an aspect can add, for this row or for any when the row is empty.</summary>
    private double Most(int k, ReadOnlySpan<int> row)
    {
        var (aspect, most) = (_aspects.All[k], 0.0);
        for (var level = 1; level < _bits[k].Length; level++)
        {
            var frequency = row.IsEmpty
                ? aspect.MostFrequencyBits(level)
                : aspect.MostFrequencyBits(level, row);
            // The first level always asserts that values are equal; another may grant rarity or not.
            most = Math.Max(
                most,
                _bits[k][level] + (level == 1 ? frequency : Math.Max(0, frequency))
            );
        }

        return most;
    }

    /// <summary>Fetches the rows of pairs that will be scored next.</summary>
    public int Fetch(ReadOnlySpan<PairOfRows> pairs) => _table.Fetch(pairs);

    /// <summary>Log-odds that the pair is one person.</summary>
    public double Bits(int left, int right) => Bits(left, right, double.NegativeInfinity);

    /// <summary>Log-odds that the pair is one person, exact where they reach the floor.</summary>
    /// <param name="leftRow">One row.</param>
    /// <param name="rightRow">Another row.</param>
    /// <param name="floor">What cannot reach it is told as −∞ as soon as that is sure.</param>
    public double Bits(int leftRow, int rightRow, double floor)
    {
        var left = _table[leftRow];
        var right = _table[rightRow];
        var sum = _prior;
        var texts = Math.Min(_texts[leftRow], _texts[rightRow]);
        for (var at = 0; at < _order.Length; at++)
        {
            if (at == _cheap && sum + texts < floor)
            {
                return double.NegativeInfinity;
            }

            var k = _order[at];
            var level = _aspects.All[k].Of(left, right);
            if (level != Aspect.Missing)
            {
                sum += _bits[k][level] + _aspects.All[k].FrequencyBits(level, left, right);
            }

            if (at < _cheap && sum + _rest[at] + texts < floor)
            {
                return double.NegativeInfinity;
            }
        }

        return sum;
    }

    public PairExplanation Explain(int leftRow, int rightRow)
    {
        var left = _table[leftRow];
        var right = _table[rightRow];
        var parts = new List<ExplainedPart>();
        var sum = _prior;
        for (var k = 0; k < _bits.Length; k++)
        {
            var aspect = _aspects.All[k];
            var level = aspect.Of(left, right);
            if (level == Aspect.Missing)
            {
                continue;
            }

            var frequency = aspect.FrequencyBits(level, left, right);
            sum += _bits[k][level] + frequency;
            parts.Add(
                new ExplainedPart(
                    aspect.Name,
                    aspect.Levels[level - 1].Code,
                    new Bits(_bits[k][level]),
                    new Bits(frequency)
                )
            );
        }

        return new PairExplanation(
            new Bits(_prior),
            parts,
            new Bits(sum),
            new Bits(sum).ToProbability()
        );
    }
}
