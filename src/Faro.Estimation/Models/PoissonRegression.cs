// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Models;

/// <summary>Poisson regression with a logarithmic link, whatever its cells: a kind says what its columns add up to.</summary>
internal abstract class PoissonRegression
{
    private const int MostSteps = 200;
    private const double Converged = 1e-11;
    private const double Tolerated = 1e-8;

    /// <summary>Coefficients after a fit; the first is that of the constant.</summary>
    public double[] Coefficients { get; private set; } = [];

    /// <summary>Variance of the first coefficient after a fit.</summary>
    public double Variance { get; private set; }

    /// <summary>Log likelihood after a fit, without factorials.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Sums of each column over the people.</summary>
    protected abstract double[] Targets { get; }

    /// <summary>Coefficients from which Newton's method finds the maximum.</summary>
    protected abstract double[] Start();

    /// <summary>Sums of each column over the fitted means, and of the products of columns when a matrix is given; the sum
    /// of the first is that of all means.</summary>
    protected abstract void Sum(ReadOnlySpan<double> coefficients, double[] sums, double[]? matrix);

    /// <summary>Newton's method with halving.</summary>
    /// <returns>False when no maximum was reached.</returns>
    public bool Fit()
    {
        var coefficients = Start();
        var order = coefficients.Length;
        var (sums, trial, step) = (new double[order], new double[order], new double[order]);
        var matrix = new double[order * order];
        Sum(coefficients, sums, matrix);
        var height = Height(coefficients, sums);
        for (var round = 0; round < MostSteps; round++)
        {
            var slope = 0.0;
            for (var i = 0; i < order; i++)
            {
                step[i] = Targets[i] - sums[i];
                slope = Math.Max(slope, Math.Abs(step[i]) / Math.Max(1, Math.Abs(Targets[i])));
            }

            if (!Cholesky.Factor(matrix, order))
            {
                return false;
            }

            if (slope <= Converged)
            {
                return Finish(coefficients, matrix, height);
            }

            Cholesky.Solve(matrix, order, step);
            if (!Move(coefficients, step, trial, sums, ref height))
            {
                return slope <= Tolerated && Finish(coefficients, matrix, height);
            }

            Sum(coefficients, sums, matrix);
        }

        return false;
    }

    private bool Move(
        double[] coefficients,
        double[] step,
        double[] trial,
        double[] sums,
        ref double height
    )
    {
        for (var scale = 1.0; scale > 1e-12; scale /= 2)
        {
            for (var i = 0; i < trial.Length; i++)
            {
                trial[i] = coefficients[i] + (scale * step[i]);
            }

            Sum(trial, sums, matrix: null);
            var reached = Height(trial, sums);
            if (reached >= height - (1e-12 * Math.Abs(height)))
            {
                height = reached;
                trial.CopyTo(coefficients, 0);
                return true;
            }
        }

        return false;
    }

    private double Height(double[] coefficients, double[] sums)
    {
        var height = -sums[0];
        for (var i = 0; i < coefficients.Length; i++)
        {
            height += coefficients[i] * Targets[i];
        }

        return height;
    }

    private bool Finish(double[] coefficients, double[] factor, double height)
    {
        var first = new double[coefficients.Length];
        first[0] = 1;
        Cholesky.Solve(factor, first.Length, first);
        (Coefficients, Variance, LogLikelihood) = (coefficients, first[0], height);
        return true;
    }
}
