// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Account;

namespace Faro.Programme.Access.Entering;

/// <summary>The second step: the code of the authenticator app.</summary>
public sealed class ConfirmTotp(OperationDoor door) : Operation<ConfirmTotpInput, SignInStep>(door)
{
    public override Permission Permission => Permissions.Public;

    protected internal override async Task<Outcome<SignInStep>> ActAsync(
        Act act,
        ConfirmTotpInput input,
        CancellationToken cancellation
    )
    {
        var passed = await act.Get<SignInTickets>()
            .ReadAsync(act.Db, act.Now, input.Ticket, SignInPath.CodeStep, cancellation);
        if (passed is not var (user, _) || !user.TotpOn)
        {
            return new Refusal(AccessRefusals.TicketExpired);
        }

        if (user.IsPausedAt(act.Now))
        {
            return SignInPath.Refused;
        }

        var step = await TotpSecrets.MatchAsync(act, user, input.Code, cancellation);
        if (step is null)
        {
            SignInPath.CountWrongTry(act, user);
            return new Refusal(AccessRefusals.CodeWrong, nameof(input.Code));
        }

        user.TotpLastStep = step.Value;
        return SignInPath.Next(act, user, SignInMethods.PasswordAndTotp, input.Device);
    }
}

/// <param name="Ticket">From the step before.</param>
/// <param name="Code">Six digits.</param>
/// <param name="Device">Kind of browser and system.</param>
public sealed record ConfirmTotpInput(Secret Ticket, Secret Code, string Device);
