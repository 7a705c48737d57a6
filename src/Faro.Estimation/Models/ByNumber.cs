// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Models;

/// <summary>A model that sees only on how many lists people are: constant, number, shapes of the number.</summary>
/// <param name="people">People on exactly 1, 2, … lists, from index 1.</param>
/// <param name="shapes">Further columns as functions of the number; 0 at 0.</param>
internal sealed class ByNumber(double[] people, IReadOnlyList<Func<int, double>> shapes)
    : PoissonRegression
{
    private readonly double[][] _rows =
    [
        .. Enumerable
            .Range(0, people.Length)
            .Select(k => (double[])[1, k, .. shapes.Select(shape => shape(k))]),
    ];

    protected override double[] Targets { get; } =
    [
        people.Sum(),
        people.Select((count, k) => count * k).Sum(),
        .. shapes.Select(shape => people.Select((count, k) => count * shape(k)).Sum()),
    ];

    protected override double[] Start()
    {
        var lists = people.Length - 1;
        var chance = (Targets[1] + 0.5) / ((lists * Targets[0]) + 1);
        return
        [
            Math.Log(Targets[0]),
            Math.Log(chance / (1 - Math.Min(chance, 0.9))),
            .. shapes.Select(_ => 0.0),
        ];
    }

    protected override void Sum(ReadOnlySpan<double> coefficients, double[] sums, double[]? matrix)
    {
        Array.Clear(sums);
        if (matrix is not null)
        {
            Array.Clear(matrix);
        }

        var lists = people.Length - 1;
        var cells = 1.0;
        for (var k = 1; k <= lists; k++)
        {
            cells *= (lists - k + 1.0) / k;
            var row = _rows[k];
            var height = 0.0;
            for (var i = 0; i < row.Length; i++)
            {
                height += coefficients[i] * row[i];
            }

            var mean = cells * Math.Exp(height);
            for (var i = 0; i < row.Length; i++)
            {
                sums[i] += mean * row[i];
                for (var j = 0; j <= i && matrix is not null; j++)
                {
                    matrix[(i * row.Length) + j] += mean * row[i] * row[j];
                }
            }
        }
    }
}
