// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Approvals;
using Faro.Web.Features.Cases.Printed;

namespace Faro.Web.Features.Approvals;

/// <summary>Who approved what, in a printed case file.</summary>
internal sealed class ApprovalsPart(ReadApprovals read) : ICaseFilePart
{
    public int Order => 850;

    public async Task<CaseFileSection?> ReadAsync(
        CaseFileOrder order,
        CancellationToken cancellation
    )
    {
        if (
            !order.Compartments.Contains(
                Programme.Cases.Compartments.Social,
                StringComparer.Ordinal
            )
        )
        {
            return null;
        }

        var rows = await read.RunAsync(order.Actor, order.File.Id, cancellation);
        return rows.Done && rows.Value.Count > 0
            ? new CaseFileSection(
                typeof(ApprovalsSection),
                new(StringComparer.Ordinal) { [nameof(ApprovalsSection.Approvals)] = rows.Value }
            )
            : null;
    }
}
