// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Cases.Printed;

/// <summary>Where the case has been, step by step.</summary>
internal sealed class PathPart : ICaseFilePart
{
    public int Order => 100;

    public async Task<CaseFileSection?> ReadAsync(
        CaseFileOrder order,
        CancellationToken cancellation
    )
    {
        var steps = await PathStep.ReadAsync(order.Db, order.File.Id, cancellation);
        return new CaseFileSection(
            typeof(PathSection),
            new(StringComparer.Ordinal) { [nameof(PathSection.Steps)] = steps }
        );
    }
}
