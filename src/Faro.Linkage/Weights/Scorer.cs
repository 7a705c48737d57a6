// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Comparison;

namespace Faro.Linkage.Weights;

/// <summary>Adds up the evidence of a pair in bits.</summary>
internal sealed class Scorer
{
    private readonly Aspects _aspects;
    private readonly double[][] _bits;
    private readonly double _prior;

    public Scorer(Aspects aspects, LinkageModel model)
    {
        _aspects = aspects;
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
    }

    /// <summary>Log-odds that the pair is one person.</summary>
    public double Bits(int left, int right, ulong pattern)
    {
        var sum = _prior;
        for (var k = 0; k < _bits.Length; k++)
        {
            var level = _aspects.Level(pattern, k);
            if (level != Aspect.Missing)
            {
                sum += _bits[k][level] + _aspects.All[k].FrequencyBits(level, left, right);
            }
        }

        return sum;
    }

    public double Bits(int left, int right) => Bits(left, right, _aspects.Pattern(left, right));

    public PairExplanation Explain(int left, int right)
    {
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
