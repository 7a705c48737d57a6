// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Models;

/// <summary>Fits hierarchical log-linear models to one table of counts by extended maximum likelihood. Holds the work
/// space of one thread; a call of Load gives it the next table.</summary>
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
    private readonly double[] _barred;
    private readonly double[] _offsets;
    private readonly double[] _coefficients;
    private readonly double[] _trial;
    private int[] _active = [];
    private int _order;
    private readonly List<int> _asked = [];
    private readonly List<int> _empty = [];
    private double[] _matrix = [];
    private double[] _gradient = [];
    private double[] _step = [];
    private bool _started;
    private bool _hasOffsets;
    private double _hidden = double.NaN;

    public Fitter(int lists)
    {
        Lists = lists;
        Size = 1 << lists;
        _counts = new double[Size];
        _margins = new double[Size];
        _means = new double[Size];
        _sums = new double[Size];
        _barred = new double[Size];
        _offsets = new double[Size];
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

    /// <summary>Coefficient of a term, after a fit; 0 when the model does not hold it.</summary>
    public double Coefficient(int term) => _coefficients[term];

    /// <summary>Fitted mean of a cell, after a fit; 0 where a term at minus infinity bars it.</summary>
    public double Mean(int cell) => _means[cell];

    /// <summary>People of a cell of the table.</summary>
    public double Count(int cell) => _counts[cell];

    /// <summary>From now on the cell of the unseen is observed too, with this many people; NaN hides it again.</summary>
    public void Reveal(double hidden) => _hidden = hidden;

    /// <summary>Fixes the coefficient of a term that the models do not fit; 0 frees it from the next fit on.</summary>
    public void Fix(int term, double coefficient)
    {
        _offsets[term] = coefficient;
        _hasOffsets = Array.Exists(_offsets, static c => c != 0);
    }

    /// <summary>Coefficients and slopes of the last fit as a start for another fit, of this or of another table.</summary>
    public void StartFrom(ReadOnlySpan<double> coefficients)
    {
        coefficients.CopyTo(_coefficients);
        _started = true;
    }

    /// <summary>Copies the coefficients of the last fit.</summary>
    public void CopyCoefficients(Span<double> coefficients) =>
        _coefficients.AsSpan().CopyTo(coefficients);

    /// <summary>Takes the next table.</summary>
    public void Load(CaptureTable table) =>
        Load([.. table.Counts.Select(c => c.History)], [.. table.Counts.Select(c => c.People)]);

    /// <summary>Takes the next table: the people of each history.</summary>
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

        Ask(terms);
        return Existence.Check(_asked, _empty, _counts);
    }

    /// <summary>Whether the people unseen can be estimated although the model has no finite maximum, or many.</summary>
    public bool HiddenEstimable(IReadOnlyList<int> terms)
    {
        Ask(terms);
        return Observed > 0 && Existence.HiddenEstimable(_asked, _empty, _counts);
    }

    /// <summary>In lists of its own: a model that is only asked about must not disturb the one that is fitted.</summary>
    private void Ask(IReadOnlyList<int> terms)
    {
        _asked.Clear();
        _empty.Clear();
        foreach (var term in terms)
        {
            (_margins[term] > 0 ? _asked : _empty).Add(term);
        }
    }

    /// <summary>Fits; starts from the last fit of the same table when there is one.</summary>
    /// <returns>False when no maximum was reached; <see cref="Check"/> first.</returns>
    public bool Fit(IReadOnlyList<int> terms)
    {
        Keep(terms);
        var carried = _started;
        if (carried)
        {
            Carry();
        }
        else
        {
            Start();
        }

        _started = Climb();
        if (!_started && carried)
        {
            // A far start can overflow where the usual one does not.
            Start();
            _started = Climb();
        }

        return _started;
    }

    /// <summary>Standard error of <see cref="LogHidden"/>, after a fit.</summary>
    public double StandardError() => StandardErrorOf(0);

    /// <summary>Standard error of a coefficient, after a fit of a model that holds it.</summary>
    public double StandardErrorOf(int term)
    {
        var place = Active.IndexOf(term);
        FillMatrix();
        var order = _order;
        if (!Cholesky.Factor(_matrix, order))
        {
            return double.NaN;
        }

        Array.Clear(_step, 0, order);
        _step[place] = 1;
        Cholesky.Solve(_matrix, order, _step);
        return Math.Sqrt(_step[place]);
    }

    /// <summary>Poisson log likelihood of the kept cells, after a fit; constants included.</summary>
    public double LogLikelihood()
    {
        var value = LogLikelihoodKernel(_coefficients, _sums[0]);
        for (var cell = 1; cell < Size; cell++)
        {
            value -= _barred[cell] == 0 ? LogFactorial.Of(_counts[cell]) : 0;
        }

        return value;
    }

    /// <summary>The same without the factorials, which no model changes while it bars no cell with people.</summary>
    public double LogLikelihoodKernel() => LogLikelihoodKernel(_coefficients, _sums[0]);

    private void Keep(IReadOnlyList<int> terms)
    {
        if (_active.Length < terms.Count)
        {
            _active = new int[terms.Count];
            _matrix = new double[terms.Count * terms.Count];
            _gradient = new double[terms.Count];
            _step = new double[terms.Count];
        }

        _order = 0;
        Array.Clear(_barred);
        _barred[0] = double.IsNaN(_hidden) ? double.NegativeInfinity : 0;
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            if (_margins[term] > 0)
            {
                _active[_order++] = term;
                continue;
            }

            for (var cell = term; cell < Size; cell = (cell + 1) | term)
            {
                _barred[cell] = double.NegativeInfinity;
            }
        }
    }

    /// <summary>Terms of the last fit keep their value, new ones start at 0.</summary>
    private void Carry()
    {
        Array.Clear(_trial);
        foreach (var term in Active)
        {
            _trial[term] = _coefficients[term];
        }

        _trial.CopyTo(_coefficients, 0);
    }

    private ReadOnlySpan<int> Active => _active.AsSpan(0, _order);

    /// <summary>What the fitted margin of a term must become.</summary>
    private double Target(int term) =>
        term == 0 && !double.IsNaN(_hidden) ? _margins[0] + _hidden : _margins[term];

    /// <summary>One weighted least-squares step from means of count + 0.1, as in generalised linear models.</summary>
    private void Start()
    {
        for (var cell = 0; cell < Size; cell++)
        {
            var kept = _barred[cell] == 0;
            var count = cell == 0 && kept ? _hidden : _counts[cell];
            var mean = count + 0.1;
            _means[cell] = kept ? mean : 0;
            _sums[cell] = _means[cell];
            _trial[cell] = kept ? (mean * Math.Log(mean)) - 0.1 : 0;
        }

        Lattice.SumSupersets(_sums, Lists);
        Lattice.SumSupersets(_trial, Lists);
        FillMatrix();
        for (var i = 0; i < _order; i++)
        {
            _step[i] = _trial[_active[i]];
        }

        Array.Clear(_coefficients);
        if (Cholesky.Factor(_matrix, _order))
        {
            Cholesky.Solve(_matrix, _order, _step);
            for (var i = 0; i < _order; i++)
            {
                _coefficients[_active[i]] = _step[i];
            }
        }
        else
        {
            _coefficients[0] = Math.Log(Target(0) / Size);
        }
    }

    private bool Climb()
    {
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
            if (!Cholesky.Factor(_matrix, _order))
            {
                return false;
            }

            _gradient.AsSpan(0, _order).CopyTo(_step);
            Cholesky.Solve(_matrix, _order, _step);
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
        for (var i = 0; i < _order; i++)
        {
            var margin = Target(_active[i]);
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
            for (var i = 0; i < _order; i++)
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
        if (_hasOffsets)
        {
            for (var term = 0; term < Size; term++)
            {
                _means[term] += _offsets[term];
            }
        }

        Lattice.SumSubsets(_means, Lists);
        Exponentials.Of(_means, _barred);
        _means.CopyTo(_sums, 0);
        Lattice.SumSupersets(_sums, Lists);
        return LogLikelihoodKernel(coefficients, _sums[0]);
    }

    private double LogLikelihoodKernel(double[] coefficients, double fitted)
    {
        var value = -fitted;
        foreach (var term in Active)
        {
            value += coefficients[term] * Target(term);
        }

        return value;
    }

    private void FillMatrix()
    {
        var active = Active;
        var place = 0;
        for (var row = 0; row < active.Length; row++)
        {
            var line = _matrix.AsSpan(place, row + 1);
            var term = active[row];
            for (var column = 0; column < line.Length; column++)
            {
                line[column] = _sums[term | active[column]];
            }

            place += active.Length;
        }
    }
}
