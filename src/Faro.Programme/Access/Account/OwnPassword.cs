// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Entering;

namespace Faro.Programme.Access.Account;

/// <summary>Asking for the own password again. Wrong tries count as they do at the door.</summary>
internal static class OwnPassword
{
    /// <returns>Null when the password is right and the account does not pause.</returns>
    public static Refusal? Refuse(Act act, User user, PasswordProof proof, string field)
    {
        if (user.IsPausedAt(act.Now))
        {
            return SignInPath.Refused;
        }

        if (!proof.Holds(user))
        {
            SignInPath.CountWrongTry(act, user);
            return new Refusal(AccessRefusals.PasswordWrong, field);
        }

        user.ForgetWrongTries();
        return null;
    }

    /// <summary>The own account, which asks for one-time codes, with the password that was asked again.</summary>
    public static async Task<Outcome<User>> OfTotpOwnerAsync(
        Act act,
        PasswordProof proof,
        string field,
        CancellationToken cancellation
    )
    {
        var user = await act.OwnUserAsync(cancellation);
        if (!user.TotpOn)
        {
            return new Refusal(AccessRefusals.TotpNotOn);
        }

        return Refuse(act, user, proof, field) is { } wrong ? wrong : user;
    }
}
