// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Entering;

namespace Faro.Programme.Access.Account;

/// <summary>Ten new recovery codes, shown once; the old ones stop working.</summary>
public sealed class RegenerateRecoveryCodes(OperationDoor door)
    : Operation<RegenerateRecoveryCodesInput, NewRecoveryCodes>(door)
{
    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<RegenerateRecoveryCodesInput> PrepareAsync(
        Preparation preparation,
        RegenerateRecoveryCodesInput input,
        CancellationToken cancellation
    ) =>
        input with
        {
            Proof = await PasswordProof.OfActorAsync(preparation, input.Current, cancellation),
        };

    protected internal override async Task<Outcome<NewRecoveryCodes>> ActAsync(
        Act act,
        RegenerateRecoveryCodesInput input,
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
        act.Note("user", user.Id);
        return new NewRecoveryCodes(RecoveryCodes.Renew(user, act.Vault));
    }
}

/// <param name="Current">The own password, asked again.</param>
public sealed record RegenerateRecoveryCodesInput(Secret Current)
{
    internal PasswordProof? Proof { get; init; }
}
