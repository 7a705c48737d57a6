// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access;

/// <summary>Refusals of the Access area.</summary>
public static class AccessRefusals
{
    /// <summary>The person is known but this is not for them.</summary>
    public const string NotAllowed = "access.not-allowed";

    /// <summary>
    /// Unknown name, wrong password, closed account or too many tries: one answer for all, so that nobody learns which
    /// names exist. Values: tries, minutes of pause.
    /// </summary>
    public const string SignInRefused = "access.sign-in-refused";

    /// <summary>The first step of signing in was too long ago, or was undone meanwhile.</summary>
    public const string TicketExpired = "access.ticket-expired";

    /// <summary>The one-time or recovery code is wrong or was used.</summary>
    public const string CodeWrong = "access.code-wrong";

    /// <summary>The own current password, asked again before a change of the account, is wrong.</summary>
    public const string PasswordWrong = "access.password-wrong";

    /// <summary>Values: least number of characters.</summary>
    public const string PasswordShort = "access.password-short";

    /// <summary>Values: greatest number of characters.</summary>
    public const string PasswordLong = "access.password-long";

    /// <summary>Easy to guess.</summary>
    public const string PasswordWeak = "access.password-weak";

    /// <summary>Found in a list of passwords that leaked somewhere.</summary>
    public const string PasswordBreached = "access.password-breached";

    public const string PasswordSame = "access.password-same";

    /// <summary>Values: least and greatest number of characters.</summary>
    public const string UserNameMalformed = "access.user-name-malformed";
    public const string UserNameTaken = "access.user-name-taken";
    public const string DisplayNameMissing = "access.display-name-missing";

    /// <summary>Values: greatest number of characters.</summary>
    public const string DisplayNameLong = "access.display-name-long";
    public const string RolesMissing = "access.roles-missing";
    public const string RoleUnknown = "access.role-unknown";

    /// <summary>Whoever manages accounts does not also see the people of the programme.</summary>
    public const string RolesConflict = "access.roles-conflict";
    public const string AgencyMissing = "access.agency-missing";
    public const string AgencyUnknown = "access.agency-unknown";
    public const string LanguageUnknown = "access.language-unknown";
    public const string LastAdministrator = "access.last-administrator";
    public const string NotYourself = "access.not-yourself";
    public const string UserNotFound = "access.user-not-found";
    public const string UserClosed = "access.user-closed";

    /// <summary>Somebody saved this account after the form was opened.</summary>
    public const string ChangedMeanwhile = "access.changed-meanwhile";
    public const string SessionNotFound = "access.session-not-found";
    public const string TotpOnAlready = "access.totp-on-already";
    public const string TotpNotOn = "access.totp-not-on";
    public const string TotpNotBegun = "access.totp-not-begun";
    public const string PasskeyNotFound = "access.passkey-not-found";
    public const string PasskeyRefused = "access.passkey-refused";

    /// <summary>Values: greatest number of passkeys.</summary>
    public const string PasskeysTooMany = "access.passkeys-too-many";

    /// <summary>A token may do what its owner does, but not change how she comes in or make more tokens.</summary>
    public const string NotByToken = "access.not-by-token";
    public const string NameMissing = "access.name-missing";

    /// <summary>Values: greatest number of characters.</summary>
    public const string NameLong = "access.name-long";

    /// <summary>Values: greatest number of days.</summary>
    public const string TokenDays = "access.token-days";
    public const string TokenNotFound = "access.token-not-found";

    /// <summary>Values: greatest number of living tokens.</summary>
    public const string TokensTooMany = "access.tokens-too-many";
}
