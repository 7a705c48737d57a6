// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Regularisation;
using Faro.Web.Features.Cases.Printed;

namespace Faro.Web.Features.Regularisation;

/// <summary>Migration matters in a printed case file, with its legal part only.</summary>
internal sealed class MigrationPart(ReadMigration read) : ICaseFilePart
{
    public int Order => 750;

    public async Task<CaseFileSection?> ReadAsync(
        CaseFileOrder order,
        CancellationToken cancellation
    )
    {
        if (!order.Compartments.Contains(Compartments.Legal, StringComparer.Ordinal))
        {
            return null;
        }

        var reading = await read.RunAsync(order.Actor, order.File.Id, cancellation);
        return reading.Done
            ? new CaseFileSection(
                typeof(MigrationSection),
                new(StringComparer.Ordinal) { [nameof(MigrationSection.Reading)] = reading.Value }
            )
            : null;
    }
}
