// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Documents;
using Faro.Web.Features.Cases.Printed;

namespace Faro.Web.Features.Documents;

/// <summary>The list of documents in a printed case file; the files themselves are not in it.</summary>
internal sealed class DocumentsPart(ReadDocuments read) : ICaseFilePart
{
    public int Order => 900;

    public async Task<CaseFileSection?> ReadAsync(
        CaseFileOrder order,
        CancellationToken cancellation
    )
    {
        var lines = await read.RunAsync(order.Actor, order.File.Id, cancellation);
        return lines.Done
            ? new CaseFileSection(
                typeof(DocumentsSection),
                new(StringComparer.Ordinal)
                {
                    [nameof(DocumentsSection.Lines)] = lines
                        .Value.Where(line =>
                            line.RemovedAt is null
                            && order.Compartments.Contains(line.Compartment, StringComparer.Ordinal)
                        )
                        .ToList(),
                }
            )
            : null;
    }
}
