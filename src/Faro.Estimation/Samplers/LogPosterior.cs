// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Samplers;

/// <summary>Posterior of a log-linear model with a normal prior on its interactions and none on the rest.</summary>
internal sealed class LogPosterior
{
    private readonly int _lists;
    private readonly int[] _terms;
    private readonly double[] _margins;
    private readonly double[] _means;
    private readonly double[] _barred;

    /// <param name="table">Who is on which lists.</param>
    /// <param name="terms">Constant, lists, interactions.</param>
    /// <param name="variance">Variance of the prior on each interaction.</param>
    public LogPosterior(CaptureTable table, int[] terms, double variance)
    {
        _lists = table.Lists.Count;
        _terms = terms;
        _margins = new double[1 << _lists];
        _means = new double[1 << _lists];
        _barred = new double[1 << _lists];
        _barred[0] = double.NegativeInfinity;
        foreach (var count in table.Counts)
        {
            _margins[count.History] = count.People;
        }

        Lattice.SumSupersets(_margins, _lists);
        Precisions = [.. terms.Select(t => int.PopCount(t) > 1 ? 1 / variance : 0)];
        Observed = table.Observed;
    }

    /// <summary>Number of coefficients.</summary>
    public int Order => _terms.Length;

    private double[] Precisions { get; }

    private double Observed { get; }

    /// <summary>Height and gradient.</summary>
    public double At(ReadOnlySpan<double> coefficients, Span<double> gradient)
    {
        Array.Clear(_means);
        var height = 0.0;
        for (var i = 0; i < _terms.Length; i++)
        {
            _means[_terms[i]] = coefficients[i];
            height +=
                (coefficients[i] * _margins[_terms[i]])
                - (Precisions[i] * coefficients[i] * coefficients[i] / 2);
        }

        Lattice.SumSubsets(_means, _lists);
        Exponentials.Of(_means, _barred);
        Lattice.SumSupersets(_means, _lists);
        for (var i = 0; i < _terms.Length; i++)
        {
            gradient[i] =
                _margins[_terms[i]] - _means[_terms[i]] - (Precisions[i] * coefficients[i]);
        }

        return height - _means[0];
    }

    /// <summary>Climbs to the mode.</summary>
    /// <param name="mode">Coefficients at the mode.</param>
    /// <returns>Cholesky factor of the curvature there; null when there is no mode.</returns>
    public double[]? Climb(double[] mode)
    {
        Array.Clear(mode);
        mode[0] = Math.Log(Math.Max(1, Observed));
        for (var i = 1; i <= _lists; i++)
        {
            mode[i] = Math.Log((_margins[_terms[i]] + 0.5) / (Observed + 1));
        }

        var gradient = new double[Order];
        var trial = new double[Order];
        var step = new double[Order];
        var factor = new double[Order * Order];
        var height = At(mode, gradient);
        for (var round = 0; round < 500; round++)
        {
            var steep = 0.0;
            foreach (var slope in gradient)
            {
                steep = Math.Max(steep, Math.Abs(slope));
            }

            Curvature(factor);
            if (!Cholesky.Factor(factor, Order))
            {
                return null;
            }

            if (steep <= 1e-8 * Math.Max(1, Observed))
            {
                return factor;
            }

            gradient.CopyTo(step, 0);
            Cholesky.Solve(factor, Order, step);
            var scale = 1.0;
            var reached = double.NegativeInfinity;
            while (!(reached >= height) && scale > 1e-10)
            {
                for (var i = 0; i < Order; i++)
                {
                    trial[i] = mode[i] + (scale * step[i]);
                }

                reached = At(trial, gradient);
                scale /= 2;
            }

            if (!(reached >= height))
            {
                return steep <= 1e-5 * Math.Max(1, Observed) ? factor : null;
            }

            height = reached;
            trial.CopyTo(mode, 0);
        }

        return null;
    }

    private void Curvature(double[] matrix)
    {
        for (var row = 0; row < Order; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                matrix[(row * Order) + column] = _means[_terms[row] | _terms[column]];
            }

            matrix[(row * Order) + row] += Precisions[row];
        }
    }
}
