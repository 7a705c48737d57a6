// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Entering;

namespace Faro.Programme.Access.Account;

/// <summary>No one-time codes any more; the secret and the recovery codes are forgotten.</summary>
public sealed class DisableTotp(OperationDoor door) : Operation<DisableTotpInput, Done>(door)
{
    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<DisableTotpInput> PrepareAsync(
        Preparation preparation,
        DisableTotpInput input,
        CancellationToken cancellation
    ) =>
        input with
        {
            Proof = await PasswordProof.OfActorAsync(preparation, input.Current, cancellation),
        };

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        DisableTotpInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnPassword.OfTotpOwnerAsync(
            act,
            input.Proof!,
            nameof(input.Current),
            cancellation
        );
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var user = found.Value;
        await TotpSecrets.ForgetAsync(act, user, cancellation);
        act.Note("user", user.Id);
        return default(Done);
    }
}

/// <param name="Current">The own password, asked again.</param>
public sealed record DisableTotpInput(Secret Current)
{
    internal PasswordProof? Proof { get; init; }
}
