// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Models;

/// <summary>Poisson regression with a logarithmic link on rows that stand for many equal cells.</summary>
/// <param name="rows">Columns of each row; the first is 1.</param>
/// <param name="cells">Cells that each row stands for.</param>
/// <param name="counts">People in those cells together.</param>
internal sealed class PoissonRegression(double[][] rows, double[] cells, double[] counts)
{
    private const int MostSteps = 200;
    private const double Converged = 1e-11;
    private readonly int _columns = rows[0].Length;

    /// <summary>Coefficients after a fit.</summary>
    public double[] Coefficients { get; private set; } = [];

    /// <summary>Variance of the first coefficient after a fit.</summary>
    public double Variance { get; private set; }

    /// <summary>Log likelihood after a fit, without factorials.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Fits by Newton's method with halving, from a least-squares step like that of generalised linear models.</summary>
    /// <returns>False when no maximum was reached.</returns>
    public bool Fit()
    {
        var matrix = new double[_columns * _columns];
        var side = new double[_columns];
        Fill(matrix, side, row => counts[row] + (0.1 * cells[row]), Working);
        if (!Cholesky.Factor(matrix, _columns))
        {
            return false;
        }

        Cholesky.Solve(matrix, _columns, side);
        Coefficients = side;
        LogLikelihood = Height(Coefficients);
        for (var step = 0; step < MostSteps; step++)
        {
            var gradient = new double[_columns];
            var slope = Fill(matrix, gradient, Mean, row => counts[row] - Mean(row));
            if (!Cholesky.Factor(matrix, _columns))
            {
                return false;
            }

            if (slope <= Converged)
            {
                return Finish(matrix);
            }

            Cholesky.Solve(matrix, _columns, gradient);
            if (!Move(gradient))
            {
                return slope <= 1e-8 && Finish(matrix);
            }
        }

        return false;
    }

    private bool Finish(double[] factor)
    {
        var first = new double[_columns];
        first[0] = 1;
        Cholesky.Solve(factor, _columns, first);
        Variance = first[0];
        return true;
    }

    private double Working(int row)
    {
        var mean = (counts[row] / cells[row]) + 0.1;
        return cells[row] * ((mean * Math.Log(mean)) + (counts[row] / cells[row]) - mean);
    }

    private double Mean(int row) => cells[row] * Math.Exp(Predictor(Coefficients, row));

    private double Predictor(double[] coefficients, int row)
    {
        var sum = 0.0;
        for (var i = 0; i < coefficients.Length; i++)
        {
            sum += coefficients[i] * rows[row][i];
        }

        return sum;
    }

    private double Height(double[] coefficients)
    {
        var sum = 0.0;
        for (var row = 0; row < rows.Length; row++)
        {
            var predictor = Predictor(coefficients, row);
            sum += (counts[row] * predictor) - (cells[row] * Math.Exp(predictor));
        }

        return sum;
    }

    private bool Move(double[] step)
    {
        for (var scale = 1.0; scale > 1e-12; scale /= 2)
        {
            double[] trial = [.. Coefficients.Select((c, i) => c + (scale * step[i]))];
            var reached = Height(trial);
            if (reached >= LogLikelihood - (1e-12 * Math.Abs(LogLikelihood)))
            {
                (Coefficients, LogLikelihood) = (trial, reached);
                return true;
            }
        }

        return false;
    }

    /// <summary>Weighted cross products and right side.</summary>
    /// <returns>Largest entry of the right side relative to the people it is made of.</returns>
    private double Fill(
        double[] matrix,
        double[] side,
        Func<int, double> weight,
        Func<int, double> target
    )
    {
        Array.Clear(matrix);
        Array.Clear(side);
        var scale = new double[_columns];
        for (var row = 0; row < rows.Length; row++)
        {
            var (w, t) = (weight(row), target(row));
            for (var i = 0; i < _columns; i++)
            {
                var x = rows[row][i];
                side[i] += x * t;
                scale[i] += Math.Abs(x) * counts[row];
                for (var j = 0; j <= i; j++)
                {
                    matrix[(i * _columns) + j] += w * x * rows[row][j];
                }
            }
        }

        return side.Zip(scale, (s, c) => Math.Abs(s) / Math.Max(1, c)).Max();
    }
}
