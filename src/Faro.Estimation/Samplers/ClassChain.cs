// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Samplers;

/// <summary>One chain of the latent-class model: classes of people who differ in how easily each list sees them.</summary>
/// <remarks>
/// Manrique-Vallier, "Bayesian population size estimation using Dirichlet process mixtures", Biometrics 72 (2016)
/// 1246–1254. Gibbs sweeps over the classes of the people of each history, the chances of each list in each class, the
/// stick-breaking weights, their concentration and the people unseen. Unlike LCMCR, the people unseen have no silent
/// bound of twenty times those seen.
/// </remarks>
internal sealed class ClassChain
{
    /// <summary>Trials up to which people are drawn one by one.</summary>
    private const long OneByOne = 4;

    private const int ConcentrationSteps = 2;
    private const double ConcentrationReach = 1.5;
    private const double LeastConcentration = 1e-8;

    private readonly int[] _histories;
    private readonly long[] _people;
    private readonly int _lists;
    private readonly int _classes;
    private readonly double _prior;
    private readonly long _observed;
    private readonly double[] _weights;
    private readonly double[] _odds;
    private readonly double[] _missed;
    private readonly double[] _shares;
    private readonly long[] _inClass;
    private readonly long[] _onList;
    private Philox _random;
    private double _concentration = 1;
    private double _hiddenShare;

    /// <param name="table">Who is on which lists.</param>
    /// <param name="options">Classes and prior.</param>
    /// <param name="chain">Number of the chain; odd ones start with everybody in one class, even ones scattered.</param>
    public ClassChain(CaptureTable table, EstimateOptions options, int chain)
    {
        _histories = [.. table.Counts.Select(c => c.History)];
        _people = [.. table.Counts.Select(c => c.People)];
        _lists = table.Lists.Count;
        _classes = options.Classes;
        _prior = options.Concentration;
        _observed = table.Observed;
        _weights = new double[_classes];
        _odds = new double[_classes * _lists];
        _missed = new double[_classes];
        _shares = new double[_classes];
        _inClass = new long[_classes];
        _onList = new long[_classes * _lists];
        _random = new(Streams.Of(options.Seed, ModelKind.LatentClasses), chain);
        Scatter(oneClass: chain % 2 == 1);
        Draw();
    }

    /// <summary>People unseen.</summary>
    public long Hidden { get; private set; }

    /// <summary>One sweep.</summary>
    public void Sweep()
    {
        Array.Clear(_inClass);
        Array.Clear(_onList);
        for (var i = 0; i < _histories.Length; i++)
        {
            Assign(_histories[i], _people[i]);
        }

        Assign(0, Hidden);
        Draw();
    }

    /// <summary>Overdispersed starts, so that chains which agree have found it out by themselves.</summary>
    private void Scatter(bool oneClass)
    {
        for (var i = 0; i < _histories.Length; i++)
        {
            for (var k = 0; k < _classes; k++)
            {
                _shares[k] = oneClass ? (k == 0 ? 1 : 0) : Draws.Gamma(0.3, ref _random) + 1e-12;
            }

            Spread(_histories[i], _people[i]);
        }

        Hidden = _observed;
        for (var k = 0; k < _classes; k++)
        {
            _shares[k] = oneClass ? (k == 0 ? 1 : 0) : Draws.Gamma(0.3, ref _random) + 1e-12;
        }

        Spread(0, Hidden);
    }

    private void Assign(int history, long people)
    {
        for (var k = 0; k < _classes; k++)
        {
            var share = _missed[k];
            for (var rest = history; rest != 0; rest &= rest - 1)
            {
                share *= _odds[(k * _lists) + int.TrailingZeroCount(rest)];
            }

            _shares[k] = share;
        }

        Spread(history, people);
    }

    /// <summary>Divides the people of a history among the classes by their shares.</summary>
    private void Spread(int history, long people)
    {
        var rest = 0.0;
        foreach (var share in _shares)
        {
            rest += share;
        }

        if (people <= OneByOne)
        {
            for (var person = 0; person < people; person++)
            {
                var wanted = _random.NextDouble() * rest;
                var k = 0;
                while (k < _classes - 1 && wanted > _shares[k])
                {
                    wanted -= _shares[k++];
                }

                Count(k, history, 1);
            }

            return;
        }

        for (var k = 0; k < _classes && people > 0; k++)
        {
            var last = k == _classes - 1 || _shares[k] >= rest;
            var drawn = last ? people : Binomial.Draw(people, _shares[k] / rest, ref _random);
            Count(k, history, drawn);
            people -= drawn;
            rest -= _shares[k];
        }
    }

    private void Count(int k, int history, long people)
    {
        if (people == 0)
        {
            return;
        }

        _inClass[k] += people;
        for (var rest = history; rest != 0; rest &= rest - 1)
        {
            _onList[(k * _lists) + int.TrailingZeroCount(rest)] += people;
        }
    }

    /// <summary>Concentration with the weights integrated out, then the order of the classes, then weights, chances and
    /// people unseen.</summary>
    private void Draw()
    {
        DrawConcentration();
        SwapClasses();
        var later = Everybody();
        var left = 1.0;
        _hiddenShare = 0;
        for (var k = 0; k < _classes; k++)
        {
            later -= _inClass[k];
            var stick =
                k == _classes - 1
                    ? 1
                    : Draws.Beta(1.0 + _inClass[k], _concentration + later, ref _random);
            _weights[k] = left * stick;
            left *= 1 - stick;
            var missed = _weights[k];
            for (var list = 0; list < _lists; list++)
            {
                var place = (k * _lists) + list;
                var chance = Chance(_onList[place], _inClass[k] - _onList[place]);
                _odds[place] = chance / (1 - chance);
                missed *= 1 - chance;
            }

            _missed[k] = missed;
            _hiddenShare += missed;
        }

        var seen = Math.Max(1 - _hiddenShare, 1e-12);
        Hidden = Draws.Poisson(
            Draws.Gamma(_observed, ref _random) * _hiddenShare / seen,
            ref _random
        );
    }

    private long Everybody()
    {
        var people = 0L;
        foreach (var inClass in _inClass)
        {
            people += inClass;
        }

        return people;
    }

    /// <summary>Random walk on the logarithm of the concentration.</summary>
    /// <remarks>Given the weights, the concentration can hardly move when one class holds everybody; given only the sizes of
    /// the classes it can.</remarks>
    private void DrawConcentration()
    {
        var height = Height(_concentration);
        for (var step = 0; step < ConcentrationSteps; step++)
        {
            var next = Math.Clamp(
                _concentration * Math.Exp(ConcentrationReach * Draws.Normal(ref _random)),
                LeastConcentration,
                1 / LeastConcentration
            );
            var reached = Height(next);
            if (Math.Log(_random.NextDouble()) < reached - height)
            {
                (_concentration, height) = (next, reached);
            }
        }
    }

    /// <summary>Logarithm of the density of the concentration's logarithm, given the sizes.</summary>
    private double Height(double concentration)
    {
        var later = Everybody();
        var height = (_prior * Math.Log(concentration)) - (_prior * concentration);
        for (var k = 0; k < _classes - 1; k++)
        {
            var both = later;
            later -= _inClass[k];
            if (both == 0)
            {
                // An empty stick integrates to one.
                break;
            }

            height +=
                LogGamma.Of(concentration + later + (later == 0 ? 1 : 0))
                + (later == 0 ? 0 : Math.Log(concentration))
                - LogGamma.Of(1 + both + concentration);
        }

        return height;
    }

    /// <summary>Neighbouring classes may change places: the labels of a stick-breaking prior mix by themselves only very
    /// slowly.</summary>
    /// <remarks>Papaspiliopoulos and Roberts, Biometrika 95 (2008) 169–186, with the weights integrated out.</remarks>
    private void SwapClasses()
    {
        var later = Everybody();
        for (var k = 0; k < _classes - 1 && later > 0; k++)
        {
            var (first, second) = (_inClass[k], _inClass[k + 1]);
            var rest = later - first - second;
            // The last class takes what is left of the stick, so that its share has another form.
            var change =
                k < _classes - 2
                    ? Math.Log((_concentration + second + rest) / (_concentration + first + rest))
                    : LogGamma.Of(1 + second)
                        + LogGamma.Of(_concentration + first)
                        - LogGamma.Of(1 + first)
                        - LogGamma.Of(_concentration + second);
            if (first != second && Math.Log(_random.NextDouble()) < change)
            {
                Swap(k);
            }

            later -= _inClass[k];
        }
    }

    private void Swap(int k)
    {
        (_inClass[k], _inClass[k + 1]) = (_inClass[k + 1], _inClass[k]);
        for (var list = 0; list < _lists; list++)
        {
            var (here, there) = ((k * _lists) + list, ((k + 1) * _lists) + list);
            (_onList[here], _onList[there]) = (_onList[there], _onList[here]);
        }
    }

    private double Chance(long on, long off)
    {
        var chance =
            on == 0 && off == 0 ? _random.NextDouble()
            : on == 0 ? 1 - Math.Pow(_random.NextDouble(), 1.0 / (off + 1))
            : Draws.Beta(1.0 + on, 1.0 + off, ref _random);
        return Math.Clamp(chance, 1e-15, 1 - 1e-12);
    }
}
