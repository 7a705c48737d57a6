// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Comparison;

namespace Faro.Linkage.Weights;

/// <summary>Learns m, u and λ by EM over counts of patterns.</summary>
/// <remarks>Source: Fellegi and Sunter, 1969; EM as in Winkler, 1988. The likelihood is that of <em>all</em> pairs:
/// those that blocking did not find count as different persons, and u is what is left of the chance agreement of all
/// pairs once expected matches are taken out. So blocking does not bias u, and a document number that only the same
/// person shares is not punished for being shared.</remarks>
internal sealed class Learning
{
    private const int MostRounds = 200;

    private readonly Aspects _aspects;
    private readonly ChanceAgreement _chance;
    private readonly int[][] _levels;
    private readonly double[] _counts;
    private readonly double[][] _m;
    private readonly double[][] _u;
    private readonly double[][] _matched;

    private Learning(
        SortedDictionary<ulong, long> counts,
        double weight,
        Aspects aspects,
        ChanceAgreement chance
    )
    {
        (_aspects, _chance) = (aspects, chance);
        _counts = [.. counts.Values.Select(count => count * weight)];
        _levels =
        [
            .. counts.Keys.Select(pattern =>
                Enumerable
                    .Range(0, aspects.All.Length)
                    .Select(k => aspects.Level(pattern, k))
                    .ToArray()
            ),
        ];
        _m = [.. aspects.All.Select(Priors)];
        _u = [.. aspects.All.Select(aspect => new double[aspect.Levels.Count + 1])];
        _matched = [.. _u.Select(levels => new double[levels.Length])];
    }

    /// <summary>λ: share of all pairs that are the same person.</summary>
    public double MatchShare { get; private set; }

    public double ExpectedMatches { get; private set; }

    public int Rounds { get; private set; }

    /// <summary>Learns.</summary>
    /// <param name="counts">Candidate pairs per pattern of levels.</param>
    /// <param name="weight">Candidate pairs that one counted pair stands for.</param>
    /// <param name="aspects">What is compared.</param>
    /// <param name="chance">How often anybody agrees with anybody.</param>
    /// <param name="records">Number of records.</param>
    /// <param name="cancellation">Stops the learning.</param>
    public static Learning From(
        SortedDictionary<ulong, long> counts,
        double weight,
        Aspects aspects,
        ChanceAgreement chance,
        int records,
        CancellationToken cancellation
    )
    {
        var learning = new Learning(counts, weight, aspects, chance);
        learning.Run(records, cancellation);
        return learning;
    }

    /// <summary>The weights learnt, one entry per aspect.</summary>
    public IReadOnlyList<ComparisonWeights> Weights() =>
        [
            .. _aspects.All.Select(
                (aspect, k) =>
                    new ComparisonWeights(
                        aspect.Name,
                        [
                            .. aspect.Levels.Select(
                                (level, l) =>
                                    new LevelWeight(
                                        level.Code,
                                        _m[k][l + 1],
                                        _u[k][l + 1],
                                        Math.Log2(_m[k][l + 1] / _u[k][l + 1])
                                    )
                            ),
                        ]
                    )
            ),
        ];

    private static double[] Priors(Aspect aspect)
    {
        var sum = aspect.Levels.Sum(level => level.Prior);
        return [0, .. aspect.Levels.Select(level => level.Prior / sum)];
    }

    private void Run(int records, CancellationToken cancellation)
    {
        MatchShare = Math.Min(.5, .2 * records / _chance.Total);
        UpdateU();
        for (Rounds = 1; Rounds <= MostRounds; Rounds++)
        {
            cancellation.ThrowIfCancellationRequested();
            var before = ExpectedMatches;
            Expect();
            UpdateM();
            UpdateU();
            MatchShare = Math.Clamp(ExpectedMatches / _chance.Total, 1e-15, .9);
            if (Math.Abs(ExpectedMatches - before) <= 1e-6 * Math.Max(1, ExpectedMatches))
            {
                return;
            }
        }

        Rounds = MostRounds;
    }

    private void Expect()
    {
        var prior = Math.Log2(MatchShare / (1 - MatchShare));
        var bits = _m.Select((m, k) => Bits(m, _u[k])).ToArray();
        ExpectedMatches = 0;
        foreach (var levels in _matched)
        {
            Array.Clear(levels);
        }

        for (var p = 0; p < _counts.Length; p++)
        {
            var sum = prior;
            for (var k = 0; k < bits.Length; k++)
            {
                sum += bits[k][_levels[p][k]];
            }

            var expected = _counts[p] / (1 + Math.Pow(2, -sum));
            ExpectedMatches += expected;
            for (var k = 0; k < bits.Length; k++)
            {
                _matched[k][_levels[p][k]] += expected;
            }
        }
    }

    private static double[] Bits(double[] m, double[] u)
    {
        var bits = new double[m.Length];
        for (var level = 1; level < m.Length; level++)
        {
            bits[level] = Math.Log2(m[level] / u[level]);
        }

        return bits;
    }

    /// <summary>Shares among expected matches, with the prior counting as a few pairs so that no level is impossible.</summary>
    private void UpdateM()
    {
        const double PriorPairs = 4;
        for (var k = 0; k < _m.Length; k++)
        {
            var prior = Priors(_aspects.All[k]);
            var sum = PriorPairs;
            for (var level = 1; level < prior.Length; level++)
            {
                sum += _matched[k][level];
            }

            for (var level = 1; level < prior.Length; level++)
            {
                _m[k][level] = (_matched[k][level] + (PriorPairs * prior[level])) / sum;
            }
        }
    }

    private void UpdateU()
    {
        for (var k = 0; k < _u.Length; k++)
        {
            var sum = 0.0;
            for (var level = 1; level < _u[k].Length; level++)
            {
                _u[k][level] = Math.Max(
                    _chance.Pairs[k][level] - _matched[k][level],
                    _chance.Least[k][level]
                );
                sum += _u[k][level];
            }

            for (var level = 1; level < _u[k].Length; level++)
            {
                _u[k][level] /= sum;
            }
        }
    }
}
