// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Entering;

namespace Faro.Programme.Access.Account;

/// <summary>One-time codes from now on; the recovery codes that it gives are shown once.</summary>
public sealed class ConfirmTotpEnrolment(OperationDoor door)
    : Operation<ConfirmTotpEnrolmentInput, NewRecoveryCodes>(door)
{
    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<Outcome<NewRecoveryCodes>> ActAsync(
        Act act,
        ConfirmTotpEnrolmentInput input,
        CancellationToken cancellation
    )
    {
        var user = await act.OwnUserAsync(cancellation);
        if (!TotpSecrets.IsBegun(user, act.Now))
        {
            return new Refusal(AccessRefusals.TotpNotBegun);
        }

        var step = await TotpSecrets.MatchAsync(act, user, input.Code, cancellation);
        if (step is null)
        {
            return new Refusal(AccessRefusals.CodeWrong, nameof(input.Code));
        }

        user.TotpLastStep = step.Value;
        user.TwoFactorEnabled = true;
        user.ChangeStamp();
        act.Note("user", user.Id);
        return new NewRecoveryCodes(RecoveryCodes.Renew(user, act.Vault));
    }
}

/// <param name="Code">What the app shows now.</param>
public sealed record ConfirmTotpEnrolmentInput(Secret Code);

/// <param name="Codes">On paper, each good once.</param>
public sealed record NewRecoveryCodes(IReadOnlyList<Secret> Codes);
