// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Entering;

/// <summary>
/// What the browser holds between two steps of signing in: who passed the first one, and how. Signed with a key outside
/// the database together with the account's stamp, so that a changed password undoes it.
/// </summary>
public sealed class SignInTickets(Keyring keyring)
{
    /// <summary>Minutes between two steps.</summary>
    public const int Minutes = 10;

    private const int Parts = 4;
    private readonly byte[] _key = keyring.Derive("sign-in-ticket");

    internal Secret Issue(User user, string step, string method, DateTimeOffset now)
    {
        var until = now.AddMinutes(Minutes).ToUnixTimeSeconds();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{step}|{user.Id}|{method}|{until}"
        );
        var signature = Sign(text, user);
        return new Secret(
            Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))
                + "."
                + Base64Url.EncodeToString(signature)
        );
    }

    /// <returns>Null when it is not ours, too old, for another step, or the account changed or closed meanwhile.</returns>
    internal async Task<(User User, string Method)?> ReadAsync(
        FaroDb db,
        DateTimeOffset now,
        Secret ticket,
        string step,
        CancellationToken cancellation
    )
    {
        var halves = ticket.Reveal().Split('.');
        if (halves.Length != 2 || !Base64Url.IsValid(halves[0]) || !Base64Url.IsValid(halves[1]))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(halves[0]));
        var parts = text.Split('|');
        if (
            parts.Length != Parts
            || parts[0] != step
            || !Guid.TryParse(parts[1], out var id)
            || !long.TryParse(parts[3], CultureInfo.InvariantCulture, out var until)
            || until < now.ToUnixTimeSeconds()
        )
        {
            return null;
        }

        var user = await db.Users.FirstOrDefaultAsync(
            candidate => candidate.Id == id,
            cancellation
        );
        return
            user is { Closed: false }
            && CryptographicOperations.FixedTimeEquals(
                Sign(text, user),
                Base64Url.DecodeFromChars(halves[1])
            )
            ? (user, parts[2])
            : null;
    }

    private byte[] Sign(string text, User user) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{text}|{user.SecurityStamp}"));
}
