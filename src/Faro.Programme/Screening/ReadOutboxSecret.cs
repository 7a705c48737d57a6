// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Vault;

namespace Faro.Programme.Screening;

/// <summary>
/// Gives a signed-in colleague the secret of her own from which her browser makes the key of its outbox. It is the same at
/// each sign-in, so that what a browser kept when it was closed can be opened and sent; no browser stores it.
/// </summary>
public sealed class ReadOutboxSecret(OperationDoor door)
    : ReadingOperation<Done, OutboxSecret>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override Task<Outcome<OutboxSecret>> ActAsync(
        Act act,
        Done input,
        CancellationToken cancellation
    )
    {
        if (act.Actor.UserId is not { } user)
        {
            return Task.FromResult<Outcome<OutboxSecret>>(new Refusal(AccessRefusals.NotAllowed));
        }

        act.Note("user", user);
        var secret = act.Get<Keyring>().Derive($"outbox:{user}");
        return Task.FromResult<Outcome<OutboxSecret>>(
            new OutboxSecret(user, Convert.ToBase64String(secret))
        );
    }
}

/// <param name="User">Whose outbox: a browser may hold one of somebody else.</param>
/// <param name="Secret">32 bytes in base 64.</param>
public sealed record OutboxSecret(Guid User, string Secret)
{
    /// <summary>No secret.</summary>
    public override string ToString() => "•••";
}
