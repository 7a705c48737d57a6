// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Flags;

/// <summary>Says what everybody who opens the case must see first.</summary>
public sealed class RaiseFlag(OperationDoor door) : Operation<RaiseFlagInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RaiseFlagInput input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, input.Compartment, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var checks = new CaseworkChecks(act.Today);
        var message = input.Message.Trim();
        checks.Text(message, CaseFlag.TextMaxLength, nameof(input.Message), required: true);
        checks.Must(!(input.On < checks.Today), CaseworkRefusals.DayInPast, nameof(input.On));
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        var id = act.NewId();
        act.Db.CaseFlags.Add(
            new CaseFlag
            {
                Id = id,
                CaseId = input.CaseId,
                Compartment = input.Compartment,
                MessageBox = pen.Value.Seal(message, CaseFlag.MessageField(id)),
                On = input.On,
                RaisedById = act.Actor.UserId,
                RaisedAt = act.Now,
            }
        );
        await act.SettleNextDueAsync(pen.Value.File, cancellation);
        act.NoteRow(input.CaseId, "flag", id);
        return id;
    }
}

/// <param name="CaseId">In which case.</param>
/// <param name="Message">What to see; sealed.</param>
/// <param name="On">The day by which it matters; null for always.</param>
/// <param name="Compartment">A code of the list <c>compartments</c>.</param>
public sealed record RaiseFlagInput(
    Guid CaseId,
    string Message,
    DateOnly? On = null,
    string Compartment = Compartments.Social
);
