// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Entering;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Account;

/// <summary>
/// Begins with one-time codes: makes a secret for the authenticator app, or shows again the one that was begun. Nothing
/// is asked at sign-in until a first code confirms it.
/// </summary>
public sealed class EnrolTotp(OperationDoor door) : Operation<Done, TotpEnrolment>(door)
{
    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<Outcome<TotpEnrolment>> ActAsync(
        Act act,
        Done input,
        CancellationToken cancellation
    )
    {
        if (await act.CameByTokenAsync(cancellation))
        {
            return new Refusal(AccessRefusals.NotByToken);
        }

        var user = await act.OwnUserAsync(cancellation);
        if (user.TotpOn)
        {
            return new Refusal(AccessRefusals.TotpOnAlready);
        }

        var begun = TotpSecrets.IsBegun(user, act.Now)
            ? await TotpSecrets.OpenAsync(act, user, cancellation)
            : null;
        var secret = Totp.Write(begun ?? await TotpSecrets.BeginAsync(act, user, cancellation));
        var programme = await act
            .Db.Profiles.Select(profile => profile.Name)
            .FirstAsync(cancellation);
        act.Note("user", user.Id);
        return new TotpEnrolment(
            new Secret(secret),
            new Secret(Totp.Uri(secret, $"Faro {programme}", user.UserName!))
        );
    }
}

/// <param name="Secret">Base 32, for typing by hand.</param>
/// <param name="Uri">The <c>otpauth</c> address for a QR code.</param>
public sealed record TotpEnrolment(Secret Secret, Secret Uri);
