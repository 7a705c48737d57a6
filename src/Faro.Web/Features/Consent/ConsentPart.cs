// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Web.Features.Cases.Printed;

namespace Faro.Web.Features.Consent;

/// <summary>The ledger in a printed case file.</summary>
internal sealed class ConsentPart(ReadConsents read, TimeProvider clock) : ICaseFilePart
{
    public int Order => 200;

    public async Task<CaseFileSection?> ReadAsync(
        CaseFileOrder order,
        CancellationToken cancellation
    )
    {
        if (!order.Compartments.Contains(Compartments.Social, StringComparer.Ordinal))
        {
            return null;
        }

        var lines = await read.RunAsync(order.Actor, order.File.Id, cancellation);
        return lines.Done
            ? new CaseFileSection(
                typeof(ConsentSection),
                new(StringComparer.Ordinal)
                {
                    [nameof(ConsentSection.Lines)] = lines.Value,
                    [nameof(ConsentSection.Clock)] = clock,
                }
            )
            : null;
    }
}
