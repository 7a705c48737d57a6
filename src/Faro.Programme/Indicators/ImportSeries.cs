// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Indicators;

/// <summary>Loads figures from a file with the columns period, value and status; every row, or nothing.</summary>
public sealed class ImportSeries(OperationDoor door) : Operation<ImportSeriesInput, int>(door)
{
    public override Permission Permission => Permissions.ManageIndicators;

    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        ImportSeriesInput input,
        CancellationToken cancellation
    )
    {
        var file = SeriesFile.Read(input.File, input.FileName, nameof(input.File), cancellation);
        return file.Done
            ? await ValueRules.PutAsync(
                act,
                input.Id,
                input.Version,
                file.Value,
                nameof(input.File),
                cancellation
            )
            : file.Refusals.ToList();
    }
}

/// <param name="Id">The series.</param>
/// <param name="Version">Its version when the form was opened.</param>
/// <param name="File">CSV or XLSX, at most <see cref="SeriesFile.MaxBytes"/>.</param>
/// <param name="FileName">What messages call it.</param>
public sealed record ImportSeriesInput(Guid Id, int? Version, byte[] File, string FileName);
