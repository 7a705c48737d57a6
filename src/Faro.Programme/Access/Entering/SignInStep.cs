// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access.Entering;

/// <summary>Where signing in stands after a step.</summary>
/// <param name="Next">What the person must do.</param>
/// <param name="UserId">Who.</param>
/// <param name="SessionId">The new session when she is in; else null.</param>
/// <param name="Ticket">To be shown at the next step; empty when she is in.</param>
/// <param name="Language">The language she reads.</param>
public sealed record SignInStep(
    SignInNext Next,
    Guid UserId,
    Guid? SessionId,
    Secret Ticket,
    string Language
);

/// <summary>What comes after a step of signing in.</summary>
public enum SignInNext
{
    /// <summary>Nothing: the session has begun.</summary>
    Enter,

    /// <summary>A one-time code, or a recovery code.</summary>
    Code,

    /// <summary>A password of one's own.</summary>
    NewPassword,
}
