// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access.Entering;

/// <summary>The second step when the phone is gone: a recovery code, which works once.</summary>
public sealed class UseRecoveryCode(OperationDoor door)
    : Operation<UseRecoveryCodeInput, SignInStep>(door)
{
    public override Permission Permission => Permissions.Public;

    protected internal override async Task<Outcome<SignInStep>> ActAsync(
        Act act,
        UseRecoveryCodeInput input,
        CancellationToken cancellation
    )
    {
        var passed = await act.Get<SignInTickets>()
            .ReadAsync(act.Db, act.Now, input.Ticket, SignInPath.CodeStep, cancellation);
        if (passed is not var (user, _))
        {
            return new Refusal(AccessRefusals.TicketExpired);
        }

        if (user.IsPausedAt(act.Now))
        {
            return SignInPath.Refused;
        }

        if (!RecoveryCodes.Take(user, act.Vault, input.Code))
        {
            SignInPath.CountWrongTry(act, user);
            return new Refusal(AccessRefusals.CodeWrong, nameof(input.Code));
        }

        return SignInPath.Next(act, user, SignInMethods.RecoveryCode, input.Device);
    }
}

/// <param name="Ticket">From the step before.</param>
/// <param name="Code">One of the codes on paper; case, spaces and hyphens do not matter.</param>
/// <param name="Device">Kind of browser and system.</param>
public sealed record UseRecoveryCodeInput(Secret Ticket, Secret Code, string Device);
