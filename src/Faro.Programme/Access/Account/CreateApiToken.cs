// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Account;

/// <summary>A token with which a script sees and does exactly what its owner may, until it runs out.</summary>
public sealed class CreateApiToken(OperationDoor door)
    : Operation<CreateApiTokenInput, NewApiToken>(door)
{
    private const int SecretBytes = 32;

    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<Outcome<NewApiToken>> ActAsync(
        Act act,
        CreateApiTokenInput input,
        CancellationToken cancellation
    )
    {
        if (await act.CameByTokenAsync(cancellation))
        {
            return new Refusal(AccessRefusals.NotByToken);
        }

        var user = await act.OwnUserAsync(cancellation);
        var name = input.Name.Trim();
        var refusals = Check(name, input.Days);
        var (owner, now) = (user.Id, act.Now);
        var living = await act.Db.ApiTokens.CountAsync(
            token => token.UserId == owner && token.RevokedAt == null && token.ExpiresAt > now,
            cancellation
        );
        if (living >= ApiToken.MaxPerPerson)
        {
            refusals.Add(new Refusal(AccessRefusals.TokensTooMany, "", ApiToken.MaxPerPerson));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var secret = new Secret(
            ApiToken.Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))
        );
        var token = new ApiToken
        {
            Id = act.NewId(),
            UserId = user.Id,
            Name = name,
            Hash = ApiToken.HashOf(secret),
            CreatedAt = act.Now,
            ExpiresAt = act.Now.AddDays(input.Days),
        };
        act.Db.ApiTokens.Add(token);
        act.Note(
            "api-token",
            token.Id,
            ("days", input.Days.ToString(CultureInfo.InvariantCulture))
        );
        return new NewApiToken(token.Id, secret);
    }

    private static List<Refusal> Check(string name, int days)
    {
        var refusals = new List<Refusal>();
        if (name.Length == 0)
        {
            refusals.Add(new Refusal(AccessRefusals.NameMissing, nameof(CreateApiTokenInput.Name)));
        }

        if (name.Length > ApiToken.NameMaxLength)
        {
            refusals.Add(
                new Refusal(
                    AccessRefusals.NameLong,
                    nameof(CreateApiTokenInput.Name),
                    ApiToken.NameMaxLength
                )
            );
        }

        if (days is < 1 or > ApiToken.MaxDays)
        {
            refusals.Add(
                new Refusal(
                    AccessRefusals.TokenDays,
                    nameof(CreateApiTokenInput.Days),
                    ApiToken.MaxDays
                )
            );
        }

        return refusals;
    }
}

/// <param name="Name">What its owner calls it.</param>
/// <param name="Days">1 to <see cref="ApiToken.MaxDays"/>.</param>
public sealed record CreateApiTokenInput(string Name, int Days);

/// <param name="Id">For taking it back.</param>
/// <param name="Secret">Shown once; only its hash is kept.</param>
public sealed record NewApiToken(Guid Id, Secret Secret);
