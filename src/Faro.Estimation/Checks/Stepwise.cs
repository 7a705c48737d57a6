// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;

namespace Faro.Estimation.Checks;

/// <summary>The quick answer that checks compare: stepwise selection, its interval by normal theory.</summary>
internal static class Stepwise
{
    /// <summary>The answer; not estimable when fewer than two useful lists are left.</summary>
    public static ModelEstimate Of(CaptureTable table, EstimateOptions options)
    {
        var name = Estimate.NameOf(ModelKind.Stepwise);
        return Estimate.Reduced(table) is { Observed: > 0 } useful
            ? new LogLinear(useful, options with { Replicates = 0 }, []).Run(
                name,
                [],
                options.Threshold,
                progress: null,
                CancellationToken.None
            )
            : Formulas.Without(name, options.Level);
    }

    /// <summary>The answer as a point of a check.</summary>
    public static SensitivityPoint Point(
        SensitivityCheck check,
        IReadOnlyList<string> subject,
        double? value,
        CaptureTable table,
        EstimateOptions options
    ) => Point(check, subject, value, table, Of(table, options));

    /// <summary>Any answer as a point of a check.</summary>
    public static SensitivityPoint Point(
        SensitivityCheck check,
        IReadOnlyList<string> subject,
        double? value,
        CaptureTable table,
        ModelEstimate answer
    ) =>
        new(
            check,
            subject,
            value,
            table.Observed,
            answer.Status,
            answer.Estimate,
            answer.Interval?.Lower,
            answer.Interval?.Upper
        );
}
