// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Screening;

/// <summary>
/// Takes an instrument out of use: a draft is thrown away, one in use is not offered any more. Interviews that were taken
/// with it keep it.
/// </summary>
public sealed class WithdrawInstrument(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.ManageSettings;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        if (await act.Db.Instruments.FindAsync([input], cancellation) is not { } row)
        {
            return new Refusal(ScreeningRefusals.InstrumentNotFound);
        }

        switch (row.State)
        {
            case InstrumentStates.Draft:
                act.Db.Instruments.Remove(row);
                break;
            case InstrumentStates.InUse:
                row.State = InstrumentStates.Withdrawn;
                break;
            default:
                return new Refusal(ScreeningRefusals.NotInUse);
        }

        act.Note("instrument", row.Id, ("code", row.Code), ("version", row.Version));
        return default(Done);
    }
}
