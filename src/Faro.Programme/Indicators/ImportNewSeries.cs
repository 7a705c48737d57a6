// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Indicators;

/// <summary>Registers a context series with the figures of a file: both, or neither.</summary>
public sealed class ImportNewSeries(OperationDoor door) : Operation<ImportNewSeriesInput, int>(door)
{
    public override Permission Permission => Permissions.ManageIndicators;

    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        ImportNewSeriesInput input,
        CancellationToken cancellation
    )
    {
        var registered = await RegisterSeries.AddAsync(act, input.Series, cancellation);
        var file = SeriesFile.Read(input.File, input.FileName, nameof(input.File), cancellation);
        return registered.Done && file.Done
            ? ValueRules.Put(act, registered.Value, file.Value, nameof(input.File))
            : new List<Refusal>([.. registered.Refusals, .. file.Refusals]);
    }
}

/// <param name="Series">What is said of it.</param>
/// <param name="File">CSV or XLSX, at most <see cref="SeriesFile.MaxBytes"/>.</param>
/// <param name="FileName">What messages call it.</param>
public sealed record ImportNewSeriesInput(SeriesAnswers Series, byte[] File, string FileName);
