// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;

namespace Faro.Estimation.Checks;

/// <summary>Checks that change the table.</summary>
internal sealed class TableChanges(CaptureTable table, EstimateOptions options)
{
    /// <summary>Up to so many lists every cell gets one person more; beyond, only the cells with people.</summary>
    private const int MostListsOfAllCells = 6;

    private static readonly double[] Shares = [0.01, 0.02, 0.05, 0.1, 0.2];
    private static readonly double[] OddsRatios = [0.25, 0.5, 2, 4];

    private readonly int _lists = table.Lists.Count;

    public IEnumerable<SensitivityPoint> AsItIs() =>
        [Stepwise.Point(SensitivityCheck.AsItIs, [], value: null, table, options)];

    public IEnumerable<SensitivityPoint> DropLists()
    {
        for (var list = 0; list < _lists && _lists > CaptureTable.FewestLists; list++)
        {
            yield return Stepwise.Point(
                SensitivityCheck.DropList,
                [table.Lists[list]],
                value: null,
                table.Keep(((1 << _lists) - 1) & ~(1 << list)),
                options
            );
        }
    }

    public IEnumerable<SensitivityPoint> MergePairs() =>
        _lists <= CaptureTable.FewestLists
            ? []
            : Selection
                .Pairs(_lists)
                .Select(pair =>
                    Stepwise.Point(
                        SensitivityCheck.MergePair,
                        Names(pair),
                        value: null,
                        table.Merge(pair),
                        options
                    )
                );

    public IEnumerable<SensitivityPoint> MovePeople()
    {
        var cells =
            _lists <= MostListsOfAllCells
                ? Enumerable.Range(1, (1 << _lists) - 1)
                : table.Counts.Select(c => c.History);
        foreach (var cell in cells)
        {
            yield return Stepwise.Point(
                SensitivityCheck.OnePersonMore,
                Names(cell),
                1,
                With([.. table.Counts, new(cell, 1)]),
                options
            );
        }

        foreach (var (history, _) in table.Counts)
        {
            yield return Stepwise.Point(
                SensitivityCheck.OnePersonLess,
                Names(history),
                -1,
                With(
                    table.Counts.Select(c =>
                        c.History == history ? c with { People = c.People - 1 } : c
                    )
                ),
                options
            );
        }
    }

    public IEnumerable<SensitivityPoint> Linkage()
    {
        foreach (var share in Shares)
        {
            yield return Stepwise.Point(
                SensitivityCheck.MissedMatches,
                [],
                share,
                With(LinkageErrors.Missed(table, share)),
                options
            );
        }

        foreach (var share in Shares)
        {
            yield return Stepwise.Point(
                SensitivityCheck.FalseMatches,
                [],
                share,
                With(LinkageErrors.False(table, share)),
                options
            );
        }
    }

    /// <summary>The chosen model with one pair's dependence fixed instead of fitted or left out.</summary>
    /// <remarks>Gerritse, van der Heijden, Bakker, "Sensitivity of population size estimation for violating parametric
    /// assumptions in log-linear models", J. Official Statistics 31 (2015) 357–379.</remarks>
    public IEnumerable<SensitivityPoint> Dependence()
    {
        var fitter = new Fitter(_lists);
        var selection = new Selection(_lists, [], options.Threshold, options.DivergenceRatio);
        var terms = new List<int>();
        fitter.Load(table);
        if (selection.Run(fitter, terms) != ModelStatus.Estimated)
        {
            yield break;
        }

        foreach (var pair in Selection.Pairs(_lists).Where(p => table.Together(p) > 0))
        {
            foreach (var ratio in OddsRatios)
            {
                var answer = Fixed(fitter, [.. terms.Where(t => t != pair)], pair, ratio);
                yield return Stepwise.Point(
                    SensitivityCheck.Dependence,
                    Names(pair),
                    ratio,
                    table,
                    answer
                );
            }
        }
    }

    private ModelEstimate Fixed(Fitter fitter, List<int> terms, int pair, double ratio)
    {
        var answer = Formulas.Without(Estimate.NameOf(ModelKind.Fixed), options.Level);
        var status = fitter.Check(terms);
        if (status != ModelStatus.Estimated)
        {
            return answer with { Status = status };
        }

        fitter.Fix(pair, Math.Log(ratio));
        var reached = fitter.Fit(terms);
        var hidden = Math.Exp(fitter.LogHidden);
        var spread = reached ? fitter.StandardError() : double.NaN;
        fitter.Fix(pair, 0);
        return reached && hidden <= (options.DivergenceRatio - 1) * table.Observed
            ? Formulas.With(
                answer.Name,
                table.Observed + hidden,
                table.Observed,
                hidden * hidden * (Math.Exp(spread * spread) - 1),
                options.Level
            )
            : answer with
            {
                Status = ModelStatus.Diverged,
            };
    }

    private CaptureTable With(IEnumerable<CaptureCount> counts) => new(table.Lists, counts);

    private string[] Names(int lists) =>
        [.. table.Lists.Where((_, list) => ((lists >> list) & 1) == 1)];
}
