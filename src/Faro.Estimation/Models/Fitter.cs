// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Models;

/// <summary>Fits hierarchical log-linear models to one table of counts by extended maximum likelihood. Holds the work
/// space of one thread; <see cref="Load"/> gives it the next table.</summary>
/// <remarks>
/// Chan, Silverman, Vincent, "Multiple systems estimation for sparse capture data", JASA 116 (2021) 1297–1306, §2: a
/// term whose lists share nobody is minus infinity and takes its cells away; the rest is Poisson regression. The cells
/// of a history form a lattice, so margins, fitted means and the information matrix are sums over supersets and
/// subsets, t·2^t additions each; no design matrix is ever built.
/// </remarks>
internal sealed class Fitter
{
    private const int MostSteps = 200;
    private const double Converged = 1e-11;
    private const double Tolerated = 1e-8;
    private readonly double[] _counts;
    private readonly double[] _margins;
    private readonly double[] _means;
    private readonly double[] _sums;
    private readonly bool[] _kept;
    private readonly double[] _coefficients;
    private readonly double[] _trial;
    private readonly List<int> _active = [];
    private readonly List<int> _asked = [];
    private readonly List<int> _empty = [];
    private double[] _matrix = [];
    private double[] _gradient = [];
    private double[] _step = [];
    private bool _started;

    public Fitter(int lists)
    {
        Lists = lists;
        Size = 1 << lists;
        _counts = new double[Size];
        _margins = new double[Size];
        _means = new double[Size];
        _sums = new double[Size];
        _kept = new bool[Size];
        _coefficients = new double[Size];
        _trial = new double[Size];
    }

    /// <summary>Number of lists.</summary>
    public int Lists { get; }

    /// <summary>Cells of the lattice, that of the unseen included.</summary>
    public int Size { get; }

    /// <summary>People on at least one list.</summary>
    public double Observed => _margins[0];

    /// <summary>Logarithm of the people unseen, after a fit.</summary>
    public double LogHidden => _coefficients[0];

    /// <summary>People on every list of the mask.</summary>
    public double Margin(int lists) => _margins[lists];

    /// <summary>Sum of the fitted means of the cells that hold every list of the mask, after a fit.</summary>
    public double FittedMargin(int lists) => _sums[lists];

    /// <summary>Takes the next table.</summary>
    public void Load(ReadOnlySpan<int> histories, ReadOnlySpan<long> people)
    {
        Array.Clear(_counts);
        for (var i = 0; i < histories.Length; i++)
        {
            _counts[histories[i]] += people[i];
        }

        _counts.CopyTo(_margins, 0);
        Lattice.SumSupersets(_margins, Lists);
        _started = false;
    }

    /// <summary>Whether the model has one finite maximum.</summary>
    public ModelStatus Check(IReadOnlyList<int> terms)
    {
        if (Observed == 0)
        {
            return ModelStatus.NotEstimable;
        }

        // In lists of its own: a model that is only asked about must not disturb the one that is fitted.
        _asked.Clear();
        _empty.Clear();
        foreach (var term in terms)
        {
            (_margins[term] > 0 ? _asked : _empty).Add(term);
        }

        return Existence.Check(_asked, _empty, _counts);
    }

    /// <summary>Fits; starts from the last fit of the same table when there is one.</summary>
    /// <returns>False when no maximum was reached; <see cref="Check"/> first.</returns>
    public bool Fit(IReadOnlyList<int> terms)
    {
        Keep(terms);
        Grow();
        if (_started)
        {
            Carry();
        }
        else
        {
            Start();
        }

        _started = Climb();
        return _started;
    }

    /// <summary>Standard error of <see cref="LogHidden"/>, after a fit.</summary>
    public double StandardError()
    {
        FillMatrix();
        var order = _active.Count;
        if (!Cholesky.Factor(_matrix, order))
        {
            return double.NaN;
        }

        Array.Clear(_step, 0, order);
        _step[0] = 1;
        Cholesky.Solve(_matrix, order, _step);
        return Math.Sqrt(_step[0]);
    }

    /// <summary>Poisson log likelihood of the kept cells, after a fit; constants included.</summary>
    public double LogLikelihood()
    {
        var value = LogLikelihoodKernel(_coefficients, _sums[0]);
        for (var cell = 1; cell < Size; cell++)
        {
            value -= _kept[cell] ? LogFactorial.Of(_counts[cell]) : 0;
        }

        return value;
    }

    private void Keep(IReadOnlyList<int> terms)
    {
        _active.Clear();
        Array.Fill(_kept, value: true);
        _kept[0] = false;
        foreach (var term in terms)
        {
            if (_margins[term] > 0)
            {
                _active.Add(term);
                continue;
            }

            for (var cell = term; cell < Size; cell = (cell + 1) | term)
            {
                _kept[cell] = false;
            }
        }
    }

    private void Grow()
    {
        var order = _active.Count;
        if (_gradient.Length < order)
        {
            _matrix = new double[order * order];
            _gradient = new double[order];
            _step = new double[order];
        }
    }

    /// <summary>Terms of the last fit keep their value, new ones start at 0.</summary>
    private void Carry()
    {
        Array.Clear(_trial);
        foreach (var term in _active)
        {
            _trial[term] = _coefficients[term];
        }

        _trial.CopyTo(_coefficients, 0);
    }

    /// <summary>One weighted least-squares step from means of count + 0.1, as in generalised linear models.</summary>
    private void Start()
    {
        var order = _active.Count;
        for (var cell = 0; cell < Size; cell++)
        {
            var mean = _counts[cell] + 0.1;
            _means[cell] = _kept[cell] ? mean : 0;
            _sums[cell] = _means[cell];
            _trial[cell] = _kept[cell] ? (mean * Math.Log(mean)) - 0.1 : 0;
        }

        Lattice.SumSupersets(_sums, Lists);
        Lattice.SumSupersets(_trial, Lists);
        FillMatrix();
        for (var i = 0; i < order; i++)
        {
            _step[i] = _trial[_active[i]];
        }

        Array.Clear(_coefficients);
        if (Cholesky.Factor(_matrix, order))
        {
            Cholesky.Solve(_matrix, order, _step);
            for (var i = 0; i < order; i++)
            {
                _coefficients[_active[i]] = _step[i];
            }
        }
        else
        {
            _coefficients[0] = Math.Log(Observed / Size);
        }
    }

    private bool Climb()
    {
        var order = _active.Count;
        var height = Evaluate(_coefficients);
        var best = double.PositiveInfinity;
        for (var step = 0; step < MostSteps; step++)
        {
            var slope = Slope();
            if (slope <= Converged || (slope >= best && slope <= Tolerated))
            {
                return true;
            }

            best = Math.Min(best, slope);
            FillMatrix();
            if (!Cholesky.Factor(_matrix, order))
            {
                return false;
            }

            _gradient.AsSpan(0, order).CopyTo(_step);
            Cholesky.Solve(_matrix, order, _step);
            if (!Move(ref height))
            {
                return slope <= Tolerated;
            }
        }

        return false;
    }

    /// <summary>Largest gradient, each relative to its margin.</summary>
    private double Slope()
    {
        var largest = 0.0;
        for (var i = 0; i < _active.Count; i++)
        {
            var margin = _margins[_active[i]];
            _gradient[i] = margin - _sums[_active[i]];
            largest = Math.Max(largest, Math.Abs(_gradient[i]) / Math.Max(1, margin));
        }

        return largest;
    }

    /// <summary>Newton's step, halved until the likelihood does not fall.</summary>
    private bool Move(ref double height)
    {
        var scale = 1.0;
        for (var halving = 0; halving < 40; halving++)
        {
            Array.Clear(_trial);
            for (var i = 0; i < _active.Count; i++)
            {
                _trial[_active[i]] = _coefficients[_active[i]] + (scale * _step[i]);
            }

            var reached = Evaluate(_trial);
            if (reached >= height - (1e-12 * Math.Abs(height)))
            {
                height = reached;
                _trial.CopyTo(_coefficients, 0);
                return true;
            }

            scale /= 2;
        }

        Evaluate(_coefficients);
        return false;
    }

    /// <summary>Means and their sums for these coefficients.</summary>
    /// <returns>The log likelihood without constants; −∞ or NaN where it overflows.</returns>
    private double Evaluate(double[] coefficients)
    {
        coefficients.CopyTo(_means, 0);
        Lattice.SumSubsets(_means, Lists);
        for (var cell = 0; cell < Size; cell++)
        {
            _means[cell] = _kept[cell] ? Math.Exp(_means[cell]) : 0;
        }

        _means.CopyTo(_sums, 0);
        Lattice.SumSupersets(_sums, Lists);
        return LogLikelihoodKernel(coefficients, _sums[0]);
    }

    private double LogLikelihoodKernel(double[] coefficients, double fitted)
    {
        var value = -fitted;
        foreach (var term in _active)
        {
            value += coefficients[term] * _margins[term];
        }

        return value;
    }

    private void FillMatrix()
    {
        var order = _active.Count;
        for (var row = 0; row < order; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                _matrix[(row * order) + column] = _sums[_active[row] | _active[column]];
            }
        }
    }
}
