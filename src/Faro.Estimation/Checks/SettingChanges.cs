// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Enumeration;
using Faro.Estimation.Graphs;

namespace Faro.Estimation.Checks;

/// <summary>Checks that change a setting or the method.</summary>
internal sealed class SettingChanges(
    CaptureTable table,
    EstimateOptions options,
    CancellationToken cancellation
)
{
    private const int MostModels = 500;

    /// <summary>Share of the sweeps of a full run: a check wants to see a difference, not its last digit.</summary>
    private const int SweepsDividedBy = 5;

    private static readonly double[] PValues = [0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
    private static readonly double[] Priors = [1, 0.5, 0.25, 0.125];
    private static readonly int[] TimesObserved = [3, 10, 30, 100];
    private static readonly int[] ClassNumbers = [3, 5, 20];
    private static readonly double[] Concentrations = [0.05, 1];

    public IEnumerable<SensitivityPoint> Thresholds() =>
        PValues.Select(p =>
            Stepwise.Point(SensitivityCheck.Threshold, [], p, table, options with { Threshold = p })
        );

    public IEnumerable<SensitivityPoint> PeopleDiffer() =>
        With(new(ModelKind.Heterogeneity), options)
            .Select(m =>
                Stepwise.Point(SensitivityCheck.PeopleDiffer, [m.Name], value: null, table, m)
            );

    /// <summary>The fan of all admissible models against BIC, and the interval as more of them are let in.</summary>
    public IEnumerable<SensitivityPoint> Models()
    {
        if (
            table.Lists.Count > RankedModels.MostLists
            || With(new(ModelKind.Bic), options).First().Ranking is not { } ranking
        )
        {
            yield break;
        }

        foreach (var step in ranking.Path)
        {
            yield return new(
                SensitivityCheck.TopModels,
                [],
                step.Top,
                table.Observed,
                step.Interval is null ? ModelStatus.IntervalUnavailable : ModelStatus.Estimated,
                ranking.Best[0].Estimate,
                step.Interval?.Lower,
                step.Interval?.Upper
            );
        }

        var every = Math.Max(1, ranking.Fan.Count / MostModels);
        foreach (var model in ranking.Fan.Where((_, i) => i % every == 0))
        {
            yield return new(
                SensitivityCheck.OtherModel,
                [],
                model.Bic,
                table.Observed,
                ModelStatus.Estimated,
                model.Estimate,
                Lower: null,
                Upper: null
            );
        }
    }

    public IEnumerable<SensitivityPoint> Graphs()
    {
        if (table.Lists.Count is < 3 or > DecomposableGraphs.MostLists - 1)
        {
            yield break;
        }

        var recommended = 1.0 / (1 << table.Lists.Count);
        foreach (var prior in Priors.Append(recommended).Append(recommended / 4))
        {
            yield return Graph(
                SensitivityCheck.CellPrior,
                prior,
                options with
                {
                    CellPrior = prior,
                }
            );
        }

        foreach (var times in TimesObserved)
        {
            var most = times * table.Observed;
            yield return Graph(
                SensitivityCheck.MostUnseen,
                most,
                options with
                {
                    MostUnseen = Math.Min(most, CaptureTable.MostPeople),
                }
            );
        }
    }

    public IEnumerable<SensitivityPoint> Classes()
    {
        var shorter = options with { Sweeps = Math.Max(1000, options.Sweeps / SweepsDividedBy) };
        foreach (var classes in ClassNumbers)
        {
            yield return Class(
                SensitivityCheck.Classes,
                classes,
                shorter with
                {
                    Classes = classes,
                }
            );
        }

        foreach (var prior in Concentrations)
        {
            yield return Class(
                SensitivityCheck.Concentration,
                prior,
                shorter with
                {
                    Concentration = prior,
                }
            );
        }
    }

    private SensitivityPoint Graph(SensitivityCheck check, double value, EstimateOptions changed) =>
        Stepwise.Point(
            check,
            [],
            value,
            table,
            With(new(ModelKind.DecomposableGraphs), changed).First()
        );

    private SensitivityPoint Class(SensitivityCheck check, double value, EstimateOptions changed) =>
        Stepwise.Point(
            check,
            [],
            value,
            table,
            With(new(ModelKind.LatentClasses), changed).First()
        );

    private IEnumerable<ModelEstimate> With(ModelChoice choice, EstimateOptions changed) =>
        new Answers(table, changed, [], progress: null, cancellation).Of(choice);
}
