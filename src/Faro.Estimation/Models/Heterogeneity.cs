// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Numerics;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Models;

/// <summary>Models in which some people are seen more easily than others: a column that grows with the number of lists
/// a person is on.</summary>
/// <remarks>Rivest and Baillargeon, "Applications and extensions of Chao's moment estimator for the size of a closed
/// population", Biometrics 63 (2007) 999–1006; Darroch et al., JASA 88 (1993) 1137–1148. Agrees with Rcapture 1.4-4
/// (MethodsPublished). Models without t are fitted on the numbers of people on 1, 2, … lists, the others on all cells.
/// Limits are log-normal (Chao 1987, eq. 12).</remarks>
internal static class Heterogeneity
{
    /// <summary>Decimals of the gamma column when existence is decided in whole numbers.</summary>
    private const double Decimals = 1e9;

    private const double GammaParameter = 3.5;

    /// <summary>Name of the member that stands for the family where one is needed.</summary>
    public const string Darroch = "mth-darroch";

    private static readonly string[] Curves = ["chao", "poisson", "darroch", "gamma"];

    /// <summary>Names of the family.</summary>
    public static IEnumerable<string> Names =>
        ["m0", .. Curves.Select(c => $"mh-{c}"), .. Curves.Select(c => $"mth-{c}")];

    /// <summary>All members.</summary>
    public static IEnumerable<ModelEstimate> Run(CaptureTable table, EstimateOptions options) =>
        Names.Select(name => One(table, name, options));

    /// <summary>One member by its name; <c>mt</c> is the model of main effects.</summary>
    public static ModelEstimate One(CaptureTable table, string name, EstimateOptions options)
    {
        var byList = name.StartsWith("mt", StringComparison.Ordinal);
        var curve = name[(name.Split('-')[0].Length)..].TrimStart('-');
        var lists = table.Lists.Count;
        var shapes = Shapes(curve, lists);
        var fit = new Member(table, byList);
        if (curve == "chao")
        {
            // A column for a number of lists that nobody is on runs off to minus infinity, and so is negative.
            shapes.RemoveAll(shape => table.Counts.All(c => shape(int.PopCount(c.History)) == 0));
        }

        var status = fit.Check(shapes);
        while (status != ModelStatus.Estimated && curve == "chao" && shapes.Count > 0)
        {
            // So does one that the cells with people cannot hold.
            shapes.RemoveAt(shapes.Count - 1);
            status = fit.Check(shapes);
        }

        if (status == ModelStatus.Estimated && !fit.Fit(shapes))
        {
            status = ModelStatus.Diverged;
        }

        // Chao's columns must not be negative: the most negative goes, and the rest is fitted again.
        while (
            status == ModelStatus.Estimated && curve == "chao" && fit.MostNegative() is { } worst
        )
        {
            shapes.RemoveAt(worst);
            status = fit.Fit(shapes) ? status : ModelStatus.Diverged;
        }

        if (
            status != ModelStatus.Estimated
            || fit.Hidden > options.DivergenceRatio * table.Observed
        )
        {
            return Formulas.Without(name, options.Level) with
            {
                Status = status == ModelStatus.Estimated ? ModelStatus.Diverged : status,
            };
        }

        var parameters = fit.Parameters;
        return Formulas.With(
            name,
            table.Observed + fit.Hidden,
            table.Observed,
            fit.Hidden + (fit.Hidden * fit.Hidden * fit.Variance),
            options.Level
        ) with
        {
            Parameters = parameters,
            Aic = 2 * (parameters - fit.LogLikelihood),
            Bic = (parameters * Math.Log(table.Observed)) - (2 * fit.LogLikelihood),
        };
    }

    /// <summary>Columns as functions of the number of lists a person is on; all are 0 at 0.</summary>
    internal static List<Func<int, double>> Shapes(string curve, int lists) =>
        curve switch
        {
            "" => [],
            "darroch" => [k => k * k / 2.0],
            "poisson" => [k => Math.Pow(2, k) - 1],
            "gamma" => [k => Math.Log(GammaParameter) - Math.Log(GammaParameter + k)],
            "chao" =>
            [
                .. Enumerable
                    .Range(3, Math.Max(0, lists - 2))
                    .Select<int, Func<int, double>>(j => k => Math.Max(k - j + 1, 0)),
            ],
            _ => throw new ArgumentOutOfRangeException(
                nameof(curve),
                string.Create(CultureInfo.InvariantCulture, $"no curve {curve}")
            ),
        };

    private sealed class Member(CaptureTable table, bool byList)
    {
        private readonly double[] _counts = Counts(table);
        private readonly int _lists = table.Lists.Count;
        private PoissonRegression? _fit;
        private int _shapes;

        public double Hidden => Math.Exp(_fit!.Coefficients[0]);

        public double Variance => _fit!.Variance;

        public int Parameters => _fit!.Coefficients.Length;

        /// <summary>Of the cells, whatever rows were fitted.</summary>
        public double LogLikelihood =>
            _fit!.LogLikelihood - table.Counts.Sum(c => LogFactorial.Of(c.People));

        public ModelStatus Check(List<Func<int, double>> shapes)
        {
            var width = Row(1, shapes).Length;
            if (
                width <= 64
                && Existence.FullOverPrime(
                    width,
                    table.Counts.Count,
                    (place, row) =>
                    {
                        var whole = Row(table.Counts[place].History, shapes);
                        for (var i = 0; i < width; i++)
                        {
                            row[i] = (long)Math.Round(whole[i] * Decimals);
                        }
                    }
                )
            )
            {
                return ModelStatus.Estimated;
            }

            BigInteger[] Whole(int cell) =>
                [.. Row(cell, shapes).Select(v => new BigInteger(Math.Round(v * Decimals)))];
            if (shapes.Count > 0 && _lists > 2 && NobodyOnThree())
            {
                // Constant, number and a curved shape can be added to nothing on one and two lists and to one sign beyond:
                // a direction in which the likelihood never stops rising. The general test says so too, and takes longer.
                return ModelStatus.DoesNotExist;
            }

            return table.Observed == 0 ? ModelStatus.NotEstimable
                : Groups().Take(width).Count() < width ? ModelStatus.NotIdentifiable
                : Existence.Check(
                    width,
                    Groups().Where(Somebody).Select(g => Whole(g.Key)),
                    () => [.. Groups().Where(g => !Somebody(g)).Select(g => Whole(g.Key))]
                );
        }

        private bool NobodyOnThree() =>
            table.Counts.All(c => BitOperations.PopCount((uint)c.History) <= 2);

        private bool Somebody(IEnumerable<int> cells) => cells.Any(cell => _counts[cell] > 0);

        public bool Fit(List<Func<int, double>> shapes)
        {
            double[] people =
            [
                .. Enumerable.Range(0, _lists + 1).Select(k => (double)table.OnExactly(k)),
            ];
            double[] sizes =
            [
                .. Enumerable.Range(0, _lists).Select(i => (double)table.Together(1 << i)),
            ];
            _shapes = shapes.Count;
            _fit = byList ? new ByList(sizes, people, shapes) : new ByNumber(people, shapes);
            return _fit.Fit();
        }

        public int? MostNegative()
        {
            var shapes = _fit!.Coefficients.AsSpan(_fit.Coefficients.Length - _shapes);
            var worst = -1;
            for (var i = 0; i < shapes.Length; i++)
            {
                if (shapes[i] < 0 && (worst < 0 || shapes[i] < shapes[worst]))
                {
                    worst = i;
                }
            }

            return worst < 0 ? null : worst;
        }

        /// <summary>Cells with the same row, by one of them.</summary>
        private IEnumerable<IGrouping<int, int>> Groups() =>
            Enumerable
                .Range(1, _counts.Length - 1)
                .GroupBy(cell => byList ? cell : (1 << BitOperations.PopCount((uint)cell)) - 1);

        private double[] Row(int cell, List<Func<int, double>> shapes)
        {
            var number = BitOperations.PopCount((uint)cell);
            return
            [
                1,
                .. byList
                    ? Enumerable.Range(0, _lists).Select(i => (double)((cell >> i) & 1))
                    : [number],
                .. shapes.Select(shape => shape(number)),
            ];
        }

        private static double[] Counts(CaptureTable table)
        {
            var counts = new double[1 << table.Lists.Count];
            foreach (var count in table.Counts)
            {
                counts[count.History] = count.People;
            }

            return counts;
        }
    }
}
