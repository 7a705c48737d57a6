// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Models;

/// <summary>A log-linear model of any terms with one shape of the number of lists, cell by cell.</summary>
/// <param name="table">Who is on which lists.</param>
/// <param name="terms">Constant, lists and pairs whose lists share somebody.</param>
/// <param name="empty">Pairs whose lists share nobody; their cells do not count.</param>
/// <param name="shape">The further column as a function of the number; 0 at 0.</param>
internal sealed class ByCell(CaptureTable table, int[] terms, int[] empty, Func<int, double> shape)
    : PoissonRegression
{
    private readonly int[] _cells =
    [
        .. Enumerable
            .Range(1, (1 << table.Lists.Count) - 1)
            .Where(cell => !Array.Exists(empty, e => (cell & e) == e)),
    ];

    private readonly double[] _row = new double[terms.Length + 1];

    protected override double[] Targets { get; } =
    [
        .. terms.Select(term => (double)table.Together(term)),
        table.Counts.Sum(c => c.People * shape(int.PopCount(c.History))),
    ];

    protected override double[] Start() =>
        [
            .. Targets.Select(
                (target, i) =>
                    i == 0 ? Math.Log(target)
                    : i < terms.Length && int.PopCount(terms[i]) == 1
                        ? Math.Log((target + 0.5) / (Targets[0] + 1))
                    : 0
            ),
        ];

    protected override void Sum(ReadOnlySpan<double> coefficients, double[] sums, double[]? matrix)
    {
        Array.Clear(sums);
        if (matrix is not null)
        {
            Array.Clear(matrix);
        }

        foreach (var cell in _cells)
        {
            var height = 0.0;
            for (var i = 0; i < terms.Length; i++)
            {
                _row[i] = (cell & terms[i]) == terms[i] ? 1 : 0;
                height += coefficients[i] * _row[i];
            }

            _row[^1] = shape(int.PopCount(cell));
            var mean = Math.Exp(height + (coefficients[^1] * _row[^1]));
            for (var i = 0; i < _row.Length; i++)
            {
                if (_row[i] == 0)
                {
                    continue;
                }

                sums[i] += mean * _row[i];
                for (var j = 0; j <= i && matrix is not null; j++)
                {
                    matrix[(i * _row.Length) + j] += mean * _row[i] * _row[j];
                }
            }
        }
    }
}
