// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Account;

namespace Faro.Programme.Access.Entering;

/// <summary>The last step with a password that somebody else made: an own one takes its place.</summary>
public sealed class ChooseNewPassword(OperationDoor door)
    : Operation<ChooseNewPasswordInput, SignInStep>(door)
{
    public override Permission Permission => Permissions.Public;

    protected internal override async Task<ChooseNewPasswordInput> PrepareAsync(
        Preparation preparation,
        ChooseNewPasswordInput input,
        CancellationToken cancellation
    )
    {
        // Without a good ticket nothing is judged and nothing hashed: this door is open to everybody.
        var passed = await preparation
            .Get<SignInTickets>()
            .ReadAsync(
                preparation.Db,
                preparation.Now,
                input.Ticket,
                SignInPath.PasswordStep,
                cancellation
            );
        return passed is var (user, _)
            ? input with
            {
                Judged = await NewPassword.OfUserAsync(
                    preparation,
                    user,
                    input.Password,
                    nameof(input.Password),
                    cancellation
                ),
            }
            : input;
    }

    protected internal override async Task<Outcome<SignInStep>> ActAsync(
        Act act,
        ChooseNewPasswordInput input,
        CancellationToken cancellation
    )
    {
        var passed = await act.Get<SignInTickets>()
            .ReadAsync(act.Db, act.Now, input.Ticket, SignInPath.PasswordStep, cancellation);
        if (passed is not var (user, method) || input.Judged is null)
        {
            return new Refusal(AccessRefusals.TicketExpired);
        }

        if (input.Judged.Refusal is { } refusal)
        {
            return refusal;
        }

        user.PasswordHash = input.Judged.Hash;
        user.MustChangePassword = false;
        user.ChangeStamp();
        return SignInPath.Enter(act, user, method, input.Device);
    }
}

/// <param name="Ticket">From the step before.</param>
/// <param name="Password">The person's own choice.</param>
/// <param name="Device">Kind of browser and system.</param>
public sealed record ChooseNewPasswordInput(Secret Ticket, Secret Password, string Device)
{
    internal NewPassword? Judged { get; init; }
}
