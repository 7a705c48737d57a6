// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Justice;
using Faro.Web.Features.Cases.Printed;

namespace Faro.Web.Features.Justice;

/// <summary>The justice track in a printed case file, with its legal part only.</summary>
internal sealed class JusticePart(ReadJustice read) : ICaseFilePart
{
    public int Order => 700;

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
                typeof(JusticeSection),
                new(StringComparer.Ordinal) { [nameof(JusticeSection.Reading)] = reading.Value }
            )
            : null;
    }
}
