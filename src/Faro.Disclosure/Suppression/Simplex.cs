// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>The cheapest solution of equations whose unknowns lie between bounds: the simplex method with bounded unknowns.</summary>
/// <remarks>Two phases over a dense tableau; steepest price first, and after a while the lowest number first (Bland 1977), which
/// cannot go in circles. Source: Chvátal, Linear Programming (1983), chapters 3 and 8. Works in floating point: whoever
/// builds on a solution checks it in whole numbers.</remarks>
internal sealed class Simplex
{
    private const double Tiny = 1e-9;
    private const double Feasible = 1e-6;

    private readonly double[,] _rows;
    private readonly double[] _least;
    private readonly double[] _range;
    private readonly double[] _basic;
    private readonly int[] _basis;
    private readonly bool[] _isBasic;
    private readonly bool[] _isHigh;
    private readonly double[] _price;
    private readonly int _unknowns;

    /// <param name="equations">Whose terms add up to nothing.</param>
    /// <param name="least">Finite, by unknown.</param>
    /// <param name="most">By unknown; +∞ when nothing bounds it.</param>
    public Simplex(IReadOnlyList<Equation> equations, double[] least, double[] most)
    {
        _unknowns = least.Length;
        _least = least;
        _rows = new double[equations.Count, _unknowns];
        _range = new double[_unknowns + equations.Count];
        _basic = new double[equations.Count];
        _basis = new int[equations.Count];
        _isBasic = new bool[_range.Length];
        _isHigh = new bool[_range.Length];
        _price = new double[_unknowns];
        for (var unknown = 0; unknown < _unknowns; unknown++)
            _range[unknown] = most[unknown] - least[unknown];
        for (var row = 0; row < equations.Count; row++)
            Fill(row, equations[row]);
    }

    /// <param name="prices">By unknown.</param>
    /// <returns>The cheapest solution; null when there is none. <see cref="IsEndless"/> when it can become ever cheaper.</returns>
    public double[]? Cheapest(double[] prices)
    {
        if (_range.Any(range => range < 0))
            return null;
        // First nothing but the equations counts: what they miss is carried by helpers that cost one each.
        for (var unknown = 0; unknown < _unknowns; unknown++)
        for (var row = 0; row < _basis.Length; row++)
            _price[unknown] -= _rows[row, unknown];
        Descend();
        for (var row = 0; row < _basis.Length; row++)
            if (_basis[row] >= _unknowns && _basic[row] > Feasible)
                return null;
        Array.Clear(_range, _unknowns, _basis.Length);
        for (var unknown = 0; unknown < _unknowns; unknown++)
        {
            _price[unknown] = prices[unknown];
            for (var row = 0; row < _basis.Length; row++)
                if (_basis[row] < _unknowns)
                    _price[unknown] -= prices[_basis[row]] * _rows[row, unknown];
        }
        IsEndless = !Descend();
        return Solution();
    }

    public bool IsEndless { get; private set; }

    private void Fill(int row, Equation equation)
    {
        var missing = 0.0;
        foreach (var term in equation.Terms)
        {
            _rows[row, term.Unknown] += term.Times;
            missing -= term.Times * _least[term.Unknown];
        }
        if (missing < 0)
            for (var unknown = 0; unknown < _unknowns; unknown++)
                _rows[row, unknown] = -_rows[row, unknown];
        (_basic[row], _basis[row]) = (Math.Abs(missing), _unknowns + row);
        (_isBasic[_unknowns + row], _range[_unknowns + row]) = (true, double.PositiveInfinity);
    }

    private double[] Solution()
    {
        var solution = new double[_unknowns];
        for (var unknown = 0; unknown < _unknowns; unknown++)
            solution[unknown] = _least[unknown] + (_isHigh[unknown] ? _range[unknown] : 0);
        for (var row = 0; row < _basis.Length; row++)
            if (_basis[row] < _unknowns)
                solution[_basis[row]] = _least[_basis[row]] + _basic[row];
        return solution;
    }

    /// <returns>False when it never ends.</returns>
    private bool Descend()
    {
        for (var step = 0; Entering(byNumber: step > 20 * _range.Length) is { } unknown; step++)
            if (!Enter(unknown))
                return false;
        return true;
    }

    private int? Entering(bool byNumber)
    {
        int? best = null;
        var most = Tiny;
        for (var unknown = 0; unknown < _unknowns; unknown++)
        {
            var gain = _isHigh[unknown] ? _price[unknown] : -_price[unknown];
            if (_isBasic[unknown] || _range[unknown] == 0 || gain <= most)
                continue;
            if (byNumber)
                return unknown;
            (best, most) = (unknown, gain);
        }
        return best;
    }

    private bool Enter(int unknown)
    {
        var way = _isHigh[unknown] ? -1 : 1;
        var (length, leaving, isHigh) = (_range[unknown], -1, false);
        for (var row = 0; row < _basis.Length; row++)
        {
            var slope = way * _rows[row, unknown];
            if (Math.Abs(slope) <= Tiny)
                continue;
            var room = slope > 0 ? _basic[row] : _range[_basis[row]] - _basic[row];
            var reach = Math.Max(0, room) / Math.Abs(slope);
            if (
                reach < length - Tiny
                || (leaving >= 0 && reach < length + Tiny && _basis[row] < _basis[leaving])
            )
                (length, leaving, isHigh) = (Math.Min(reach, length), row, slope < 0);
        }
        if (double.IsPositiveInfinity(length))
            return false;
        for (var row = 0; row < _basis.Length; row++)
            _basic[row] -= way * length * _rows[row, unknown];
        if (leaving < 0)
        {
            _isHigh[unknown] = !_isHigh[unknown];
            return true;
        }
        var value = (_isHigh[unknown] ? _range[unknown] : 0) + (way * length);
        (_isBasic[_basis[leaving]], _isHigh[_basis[leaving]]) = (false, isHigh);
        (_isBasic[unknown], _isHigh[unknown]) = (true, false);
        (_basis[leaving], _basic[leaving]) = (unknown, value);
        Pivot(leaving, unknown);
        return true;
    }

    private void Pivot(int row, int unknown)
    {
        var pivot = _rows[row, unknown];
        for (var column = 0; column < _unknowns; column++)
            _rows[row, column] /= pivot;
        for (var other = 0; other < _basis.Length; other++)
        {
            var times = _rows[other, unknown];
            if (other == row || times == 0)
                continue;
            for (var column = 0; column < _unknowns; column++)
                _rows[other, column] -= times * _rows[row, column];
        }
        var price = _price[unknown];
        for (var column = 0; column < _unknowns; column++)
            _price[column] -= price * _rows[row, column];
    }
}
