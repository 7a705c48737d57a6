// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Audit;

/// <summary>Writes that the log is being taken out of the house, before it is.</summary>
public sealed class RecordAuditExport(OperationDoor door) : Operation<Done, Done>(door)
{
    public override Permission Permission => Permissions.ViewAudit;

    protected internal override Task<Outcome<Done>> ActAsync(
        Act act,
        Done input,
        CancellationToken cancellation
    )
    {
        act.Note("audit", null);
        return Task.FromResult<Outcome<Done>>(default(Done));
    }
}
