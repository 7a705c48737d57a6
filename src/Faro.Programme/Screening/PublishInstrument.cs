// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Screening;

/// <summary>Puts a draft in use: from now on new interviews with its code are taken with it.</summary>
public sealed class PublishInstrument(OperationDoor door) : Operation<Guid, Done>(door)
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

        if (row.State != InstrumentStates.Draft)
        {
            return new Refusal(ScreeningRefusals.NotADraft);
        }

        (row.State, row.PublishedAt) = (InstrumentStates.InUse, act.Now);
        act.Note("instrument", row.Id, ("code", row.Code), ("version", row.Version));
        return default(Done);
    }
}
