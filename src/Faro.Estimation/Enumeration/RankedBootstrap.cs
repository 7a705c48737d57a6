// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Enumeration;

/// <summary>Lets each resample choose again, by BIC, among the best models of the table itself.</summary>
/// <remarks>Silverman, Chan, Vincent (2024), §3. Whether a model exists on a resample is asked of each pattern of empty
/// cells once. A model is not fitted where even the saturated likelihood could not make it the best: a model's deviance is
/// never below that of a model that holds it.</remarks>
internal sealed class RankedBootstrap
{
    private readonly EstimateOptions _options;
    private readonly Candidate[] _candidates;
    private readonly int[] _terms;
    private readonly int[] _histories;
    private readonly long[] _people;
    private readonly int _lists;

    public RankedBootstrap(
        CaptureTable table,
        RankedModels ranking,
        EstimateOptions options,
        int top
    )
    {
        _options = options;
        _lists = table.Lists.Count;
        _terms = ranking.Hierarchies.Terms;
        _histories = [.. table.Counts.Select(c => c.History)];
        _people = [.. table.Counts.Select(c => c.People)];
        Tops = [.. Steps(Math.Min(top, ranking.Fits.Length))];
        var fitter = new Fitter(_lists);
        fitter.Load(table);
        _candidates =
        [
            .. ranking
                .Fits.Take(Tops[^1])
                .Select(fit => new Candidate(fit.Model, [.. ranking.TermsOf(fit.Model)], fitter)),
        ];
        Replicates = Grid(options.Replicates);
        Jackknife = Grid(_people.Length);
    }

    /// <summary>So many of the best models, for each row of the figures.</summary>
    public int[] Tops { get; }

    /// <summary>Everybody, by top and replicate; +∞ where no model could be fitted.</summary>
    public double[][] Replicates { get; }

    /// <summary>Everybody, by top and history with one person less; NaN where no model could be fitted.</summary>
    public double[][] Jackknife { get; }

    /// <summary>Runs all.</summary>
    public void Run(
        IProgress<EstimateProgress>? progress,
        string name,
        CancellationToken cancellation
    ) =>
        Repeats.Run(
            name,
            _options.Replicates + _people.Length,
            _options.Threads,
            () => new Work(this),
            One,
            progress,
            cancellation
        );

    private void One(int task, Work work)
    {
        if (task < _options.Replicates)
        {
            var random = new Philox(_options.Seed, task);
            Binomial.Resample(_people, work.People, ref random);
            work.Choose(
                work.People,
                (top, all) => Replicates[top][task] = all ?? double.PositiveInfinity
            );
            return;
        }

        var history = task - _options.Replicates;
        _people.CopyTo(work.People, 0);
        work.People[history]--;
        work.Choose(work.People, (top, all) => Jackknife[top][history] = all ?? double.NaN);
    }

    /// <summary>What each top gives on one table of the same histories; for comparison with other packages.</summary>
    internal double?[] Choose(long[] people)
    {
        var figures = new double?[Tops.Length];
        new Work(this).Choose(people, (top, all) => figures[top] = all);
        return figures;
    }

    private double[][] Grid(int columns) => [.. Tops.Select(_ => new double[columns])];

    private static IEnumerable<int> Steps(int top)
    {
        int[] usual = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];
        return [.. usual.Where(u => u < top), top];
    }

    private sealed class Candidate
    {
        public Candidate(ulong model, int[] terms, Fitter fitter)
        {
            (Model, Terms) = (model, terms);
            Start = new double[fitter.Size];
            if (fitter.Fit(terms))
            {
                fitter.CopyCoefficients(Start);
            }
        }

        public ulong Model { get; }

        public int[] Terms { get; }

        public double[] Start { get; }
    }

    private sealed class Work(RankedBootstrap all)
    {
        private readonly Fitter _fitter = new(all._lists);
        private readonly PatternRank _rank = new(all._lists, all._terms);
        private readonly Dictionary<string, sbyte[]> _known = new(StringComparer.Ordinal);
        private readonly char[] _pattern = new char[all._histories.Length];

        public long[] People { get; } = new long[all._people.Length];

        public void Choose(long[] people, Action<int, double?> take)
        {
            _fitter.Load(all._histories, people);
            _rank.Load(cell => _fitter.Count(cell) > 0);
            var known = Known(people);
            var overlapping = Overlapping();
            var logObserved = Math.Log(_fitter.Observed);
            var saturated = Saturated(people);
            var best = double.PositiveInfinity;
            double? figure = null;
            var top = 0;
            for (var place = 0; place < all._candidates.Length; place++)
            {
                var candidate = all._candidates[place];
                var penalty = candidate.Terms.Length * logObserved;
                if (
                    penalty - (2 * saturated) < best
                    && Exists(known, place, candidate, overlapping)
                    && Fit(candidate)
                )
                {
                    var bic = penalty - (2 * _fitter.LogLikelihoodKernel());
                    if (
                        bic < best
                        && Math.Exp(_fitter.LogHidden)
                            <= (all._options.DivergenceRatio - 1) * _fitter.Observed
                    )
                    {
                        best = bic;
                        figure = _fitter.Observed + Math.Exp(_fitter.LogHidden);
                    }
                }

                if (place + 1 == all.Tops[top])
                {
                    take(top++, figure);
                }
            }
        }

        private bool Fit(Candidate candidate)
        {
            _fitter.StartFrom(candidate.Start);
            return _fitter.Fit(candidate.Terms);
        }

        private bool Exists(sbyte[] known, int place, Candidate candidate, ulong overlapping)
        {
            if (known[place] == 0)
            {
                var exists =
                    _rank.Full(candidate.Model & overlapping)
                    || _fitter.Check(candidate.Terms) == ModelStatus.Estimated;
                known[place] = (sbyte)(exists ? 1 : -1);
            }

            return known[place] > 0;
        }

        /// <summary>What is known of this pattern of empty cells.</summary>
        private sbyte[] Known(long[] people)
        {
            for (var i = 0; i < people.Length; i++)
            {
                _pattern[i] = people[i] > 0 ? '1' : '0';
            }

            var key = new string(_pattern);
            if (!_known.TryGetValue(key, out var known))
            {
                known = new sbyte[all._candidates.Length];
                _known.Add(key, known);
            }

            return known;
        }

        private ulong Overlapping()
        {
            ulong overlapping = 0;
            for (var place = 0; place < all._terms.Length; place++)
            {
                overlapping |= _fitter.Margin(all._terms[place]) > 0 ? 1UL << place : 0;
            }

            return overlapping;
        }

        private static double Saturated(long[] people)
        {
            var sum = 0.0;
            foreach (var count in people)
            {
                sum += count > 0 ? (count * Math.Log(count)) - count : 0;
            }

            return sum;
        }
    }
}
