// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Account;

/// <summary>The token opens nothing any more.</summary>
public sealed class RevokeApiToken(OperationDoor door) : Operation<RevokeApiTokenInput, Done>(door)
{
    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RevokeApiTokenInput input,
        CancellationToken cancellation
    )
    {
        var owner = act.Actor.UserId;
        var token = await act.Db.ApiTokens.FirstOrDefaultAsync(
            candidate => candidate.Id == input.TokenId && candidate.UserId == owner,
            cancellation
        );
        if (token is null)
        {
            return new Refusal(AccessRefusals.TokenNotFound);
        }

        token.RevokedAt ??= act.Now;
        act.Note("api-token", token.Id);
        return default(Done);
    }
}

/// <param name="TokenId">One of one's own.</param>
public sealed record RevokeApiTokenInput(Guid TokenId);
