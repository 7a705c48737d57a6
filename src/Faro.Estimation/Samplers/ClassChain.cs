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
    private const int HiddenMoves = 3;
    private const double LeastReach = 0.03;
    private const double MostReach = 1;

    private readonly int[] _histories;
    private readonly long[] _people;
    private readonly int _lists;
    private readonly int _classes;
    private readonly double _prior;
    private readonly long _observed;
    private readonly double[] _weights;
    private readonly double[] _odds;
    private readonly double[] _missed;
    private readonly double[] _joint;
    private readonly double[] _column;
    private readonly double[] _totals;
    private readonly long[] _inClass;
    private readonly long[] _onList;
    private Philox _random;
    private double _concentration = 1;

    /// <param name="table">Who is on which lists.</param>
    /// <param name="options">Classes and prior.</param>
    /// <param name="chain">Number of the chain: where it starts, and its own stream of random numbers.</param>
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
        _joint = new double[(_histories.Length + 1) * _classes];
        _column = new double[_histories.Length + 1];
        _totals = new double[_histories.Length + 1];
        _inClass = new long[_classes];
        _onList = new long[_classes * _lists];
        _random = new(Streams.Of(options.Seed, ModelKind.LatentClasses), chain);
        Scatter(chain);
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
            Spread(i, _histories[i], _people[i]);
        }

        Spread(_histories.Length, 0, Hidden);
        Draw();
    }

    /// <summary>Each history goes whole to one of a few classes, and the people unseen are from half to four times those
    /// seen.</summary>
    private void Scatter(int chain)
    {
        var classes = Math.Min(_classes, 1 + (chain % 4));
        for (var i = 0; i < _histories.Length; i++)
        {
            Count((int)(_random.NextDouble() * classes), _histories[i], _people[i]);
        }

        Hidden = (long)(_observed * Math.Pow(2, (chain / 4 % 4) - 1)) + 1;
        Count((int)(_random.NextDouble() * classes), 0, Hidden);
    }

    /// <summary>Divides the people of a history among the classes by their shares.</summary>
    private void Spread(int row, int history, long people)
    {
        var shares = _joint.AsSpan(row * _classes, _classes);
        var rest = _totals[row];
        if (people <= OneByOne)
        {
            for (var person = 0; person < people; person++)
            {
                var wanted = _random.NextDouble() * rest;
                var k = 0;
                while (k < _classes - 1 && wanted > shares[k])
                {
                    wanted -= shares[k++];
                }

                Count(k, history, 1);
            }

            return;
        }

        for (var k = 0; k < _classes && people > 0; k++)
        {
            var last = k == _classes - 1 || shares[k] >= rest;
            var drawn = last ? people : Binomial.Draw(people, shares[k] / rest, ref _random);
            Count(k, history, drawn);
            people -= drawn;
            rest -= shares[k];
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
        DrawClasses();
        FillJoint();
        for (var move = 0; move < HiddenMoves; move++)
        {
            MoveHidden();
        }

        var seen = Math.Max(1 - _totals[^1], 1e-12);
        Hidden = Draws.Poisson(
            Draws.Gamma(_observed, ref _random) * _totals[^1] / seen,
            ref _random
        );
    }

    /// <summary>Weights and chances, given who is in which class.</summary>
    private void DrawClasses()
    {
        var later = Everybody();
        var left = 1.0;
        for (var k = 0; k < _classes; k++)
        {
            later -= _inClass[k];
            var stick =
                k == _classes - 1
                    ? 1
                    : Draws.Beta(1.0 + _inClass[k], _concentration + later, ref _random);
            _weights[k] = Math.Max(left * stick, 1e-300);
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
        }
    }

    /// <summary>Probability of each history and class, and of each history; the last row is that of the unseen.</summary>
    private void FillJoint()
    {
        for (var row = 0; row < _totals.Length; row++)
        {
            var history = row < _histories.Length ? _histories[row] : 0;
            var total = 0.0;
            for (var k = 0; k < _classes; k++)
            {
                var share = _missed[k];
                for (var rest = history; rest != 0; rest &= rest - 1)
                {
                    share *= _odds[(k * _lists) + int.TrailingZeroCount(rest)];
                }

                _joint[(row * _classes) + k] = share;
                total += share;
            }

            _totals[row] = total;
        }
    }

    /// <summary>
    /// Makes one class more or less easily seen by all lists at once, and smaller or larger so that as many of it are seen
    /// as before: a step along the ridge on which the people unseen lie, which Gibbs sweeps only creep along.
    /// </summary>
    /// <remarks>Metropolis step on weights and chances with classes and people unseen integrated out; these are drawn anew
    /// from the result. The class is picked by its weight; the odds of each list are multiplied by e^δ; of K weights one
    /// is multiplied by c and all are divided by their sum T, whose Jacobian is c/T^K.</remarks>
    private void MoveHidden()
    {
        var k = Pick();
        var factor = Math.Exp(
            Draws.Normal(ref _random)
                * LeastReach
                * Math.Pow(MostReach / LeastReach, _random.NextDouble())
        );
        var missed = 1.0;
        var newMissed = 1.0;
        var change = 0.0;
        for (var list = 0; list < _lists; list++)
        {
            var odds = _odds[(k * _lists) + list];
            var ratio = (1 + odds) / (1 + (odds * factor));
            missed /= 1 + odds;
            newMissed /= 1 + (odds * factor);
            change += Math.Log(factor * ratio * ratio);
        }

        var grow = (1 - missed) / (1 - newMissed);
        var whole = 1 + (_weights[k] * (grow - 1));
        change += Math.Log(grow) - (_classes * Math.Log(whole));
        change += WeightsPrior(k, grow, whole) - WeightsPrior(k, 1, 1);
        change += Math.Log(grow / whole);
        change += NewColumn(k, factor, newMissed / missed * grow, whole);
        if (!(Math.Log(_random.NextDouble()) < change))
        {
            return;
        }

        for (var row = 0; row < _totals.Length; row++)
        {
            _totals[row] += _column[row] - _joint[(row * _classes) + k];
            _joint[(row * _classes) + k] = _column[row];
            _totals[row] /= whole;
            for (var other = 0; other < _classes; other++)
            {
                _joint[(row * _classes) + other] /= whole;
            }
        }

        _weights[k] *= grow;
        for (var other = 0; other < _classes; other++)
        {
            _weights[other] /= whole;
        }

        for (var list = 0; list < _lists; list++)
        {
            _odds[(k * _lists) + list] *= factor;
        }
    }

    /// <summary>Fills the column of a changed class, before all is divided by the whole.</summary>
    /// <returns>Change of the log likelihood of those seen, given that they are seen.</returns>
    private double NewColumn(int k, double factor, double missed, double whole)
    {
        var change = 0.0;
        for (var row = 0; row < _totals.Length; row++)
        {
            var old = _joint[(row * _classes) + k];
            var history = row < _histories.Length ? _histories[row] : 0;
            var column = old * missed;
            for (var rest = history; rest != 0; rest &= rest - 1)
            {
                column *= factor;
            }

            _column[row] = column;
            var total = (_totals[row] + column - old) / whole;
            change +=
                row < _histories.Length
                    ? _people[row] * Math.Log(total / _totals[row])
                    : -_observed * Math.Log((1 - total) / (1 - _totals[row]));
        }

        return change;
    }

    /// <summary>Log density of the weights, one of them grown and all divided by their sum.</summary>
    /// <remarks>The last weight to the power α − 1, over what each stick before it leaves.</remarks>
    private double WeightsPrior(int k, double grow, double whole)
    {
        var last = _classes - 1;
        var left = 0.0;
        var height = 0.0;
        for (var i = last; i > 0; i--)
        {
            // Added up from the end: one less the sum of the first would be rounding.
            var weight = _weights[i] * (i == k ? grow : 1) / whole;
            left += weight;
            height += i == last ? (_concentration - 1) * Math.Log(weight) : -Math.Log(left);
        }

        return height;
    }

    private int Pick()
    {
        var wanted = _random.NextDouble();
        var k = 0;
        while (k < _classes - 1 && wanted > _weights[k])
        {
            wanted -= _weights[k++];
        }

        return k;
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
