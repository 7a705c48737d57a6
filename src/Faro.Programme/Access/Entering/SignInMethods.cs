// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access.Entering;

/// <summary>How a session was proved, as stored in <see cref="Session.Method"/>.</summary>
public static class SignInMethods
{
    public const string Password = "password";
    public const string PasswordAndTotp = "password+totp";
    public const string RecoveryCode = "recovery-code";
    public const string Passkey = "passkey";
}
