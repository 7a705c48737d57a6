// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Checks;

/// <summary>An answer on the scale on which answers are combined.</summary>
/// <param name="Observed">People observed.</param>
/// <param name="Centre">Logarithm of the people unseen.</param>
/// <param name="Variance">Its variance, from the width of the interval.</param>
internal sealed record LogHidden(double Observed, double Centre, double Variance)
{
    /// <summary>Of the stepwise answer; null without an estimate, an interval or anybody unseen.</summary>
    public static LogHidden? Of(
        CaptureTable table,
        EstimateOptions options,
        CancellationToken cancellation
    )
    {
        if (Estimate.Reduced(table) is not { Observed: > 0 } useful)
        {
            return null;
        }

        var answer = new LogLinear(useful, options, []).Run(
            Estimate.NameOf(ModelKind.Stepwise),
            [],
            options.Threshold,
            progress: null,
            cancellation
        );
        var low = answer.Interval?.Lower - table.Observed;
        var high = answer.Interval?.Upper - table.Observed;
        if (answer.Estimate is not { } estimate || !(low > 0) || estimate <= table.Observed)
        {
            return null;
        }

        var spread =
            Math.Log(high!.Value / low.Value) / (2 * Normal.Quantile(0.5 + (options.Level / 2)));
        return new(table.Observed, Math.Log(estimate - table.Observed), spread * spread);
    }
}
