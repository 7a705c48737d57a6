// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Models;

/// <summary>A model with a term per list and shapes of the number of lists.</summary>
/// <remarks>The means of all cells of one number add up to an elementary symmetric polynomial of the lists' odds, so that
/// a step costs lists⁴ and not 2^lists.</remarks>
/// <param name="sizes">People of each list.</param>
/// <param name="people">People on exactly 1, 2, … lists, from index 1.</param>
/// <param name="shapes">Further columns as functions of the number; 0 at 0.</param>
internal sealed class ByList(
    double[] sizes,
    double[] people,
    IReadOnlyList<Func<int, double>> shapes
) : PoissonRegression
{
    private readonly int _lists = sizes.Length;
    private readonly double[] _odds = new double[sizes.Length];
    private readonly double[] _levels = new double[people.Length];
    private readonly double[] _polynomial = new double[people.Length];

    private readonly double[][] _shapes =
    [
        .. shapes.Select(shape =>
            Enumerable.Range(0, people.Length).Select(k => shape(k)).ToArray()
        ),
    ];

    protected override double[] Targets { get; } =
    [
        people.Sum(),
        .. sizes,
        .. shapes.Select(shape => people.Select((count, k) => count * shape(k)).Sum()),
    ];

    protected override double[] Start() =>
        [
            Math.Log(Targets[0]),
            .. sizes.Select(size => Math.Log((size + 0.5) / (Targets[0] + 1))),
            .. shapes.Select(_ => 0.0),
        ];

    protected override void Sum(ReadOnlySpan<double> coefficients, double[] sums, double[]? matrix)
    {
        for (var list = 0; list < _lists; list++)
        {
            _odds[list] = Math.Exp(coefficients[1 + list]);
        }

        for (var k = 0; k <= _lists; k++)
        {
            var height = coefficients[0];
            for (var shape = 0; shape < _shapes.Length; shape++)
            {
                height += coefficients[1 + _lists + shape] * _shapes[shape][k];
            }

            _levels[k] = k == 0 ? 0 : Math.Exp(height);
        }

        Array.Clear(sums);
        Add(sums, 0, matrix, 0, 0, without: 0, weight: 1);
        for (var list = 0; list < _lists; list++)
        {
            Add(sums, 1 + list, matrix, 1 + list, 1, 1 << list, _odds[list]);
            for (var other = 0; other < list && matrix is not null; other++)
            {
                Put(matrix, 1 + list, 1 + other, Pair(list, other));
            }
        }
    }

    /// <summary>Sums over the cells that hold some lists: alone, and times each shape.</summary>
    private void Add(
        double[] sums,
        int place,
        double[]? matrix,
        int column,
        int held,
        int without,
        double weight
    )
    {
        Expand(without);
        var sum = 0.0;
        for (var k = held; k <= _lists; k++)
        {
            sum += weight * _polynomial[k - held] * _levels[k];
        }

        sums[place] = sum;
        if (matrix is not null)
        {
            Put(matrix, column, column, sum);
            Put(matrix, column, 0, sum);
        }

        for (var shape = 0; shape < _shapes.Length; shape++)
        {
            var shaped = 0.0;
            for (var k = held; k <= _lists; k++)
            {
                shaped += weight * _polynomial[k - held] * _levels[k] * _shapes[shape][k];
            }

            if (held == 0)
            {
                sums[1 + _lists + shape] = shaped;
            }

            if (matrix is not null)
            {
                Put(matrix, 1 + _lists + shape, column, shaped);
            }

            for (var second = 0; second <= shape && held == 0 && matrix is not null; second++)
            {
                var squared = 0.0;
                for (var k = 0; k <= _lists; k++)
                {
                    squared += _polynomial[k] * _levels[k] * _shapes[shape][k] * _shapes[second][k];
                }

                Put(matrix, 1 + _lists + shape, 1 + _lists + second, squared);
            }
        }
    }

    private double Pair(int first, int second)
    {
        Expand((1 << first) | (1 << second));
        var sum = 0.0;
        for (var k = 2; k <= _lists; k++)
        {
            sum += _polynomial[k - 2] * _levels[k];
        }

        return sum * _odds[first] * _odds[second];
    }

    private void Put(double[] matrix, int row, int column, double value) =>
        matrix[(row * Targets.Length) + column] = value;

    /// <summary>Elementary symmetric polynomials of the odds of all lists but some.</summary>
    private void Expand(int without)
    {
        Array.Clear(_polynomial);
        _polynomial[0] = 1;
        var most = 0;
        for (var list = 0; list < _lists; list++)
        {
            if (((without >> list) & 1) == 1)
            {
                continue;
            }

            most++;
            for (var k = most; k > 0; k--)
            {
                _polynomial[k] += _polynomial[k - 1] * _odds[list];
            }
        }
    }
}
