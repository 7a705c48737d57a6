// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access.Entering;

/// <summary>The order of the steps, written once: password, code, own password, in.</summary>
internal static class SignInPath
{
    public const string CodeStep = "code";
    public const string PasswordStep = "new-password";

    public static Refusal Refused { get; } =
        new(AccessRefusals.SignInRefused, "", User.TriesBeforePause, User.PauseMinutes);

    /// <summary>What comes after this proof; begins the session when nothing does.</summary>
    public static SignInStep Next(Act act, User user, string method, string device)
    {
        var tickets = act.Get<SignInTickets>();
        if (user.TotpOn && method == SignInMethods.Password)
        {
            act.Note("user", user.Id, ("step", CodeStep));
            return Waiting(SignInNext.Code, user, tickets.Issue(user, CodeStep, method, act.Now));
        }

        user.ForgetWrongTries();
        if (user.MustChangePassword && method != SignInMethods.Passkey)
        {
            act.Note("user", user.Id, ("step", PasswordStep));
            return Waiting(
                SignInNext.NewPassword,
                user,
                tickets.Issue(user, PasswordStep, method, act.Now)
            );
        }

        return Enter(act, user, method, device);
    }

    /// <summary>Begins a session of this browser.</summary>
    public static SignInStep Enter(Act act, User user, string method, string device)
    {
        var session = new Session
        {
            Id = act.NewId(),
            UserId = user.Id,
            StartedAt = act.Now,
            ExpiresAt = act.Now.AddHours(Session.Hours),
            Device =
                device.Length > Session.DeviceMaxLength
                    ? device[..Session.DeviceMaxLength]
                    : device,
            Method = method,
        };
        act.Db.Sessions.Add(session);
        act.Note("user", user.Id, ("session", session.Id.ToString()), ("method", method));
        return new SignInStep(SignInNext.Enter, user.Id, session.Id, default, user.Language);
    }

    /// <summary>A wrong try of somebody known counts and is kept.</summary>
    public static void CountWrongTry(Act act, User user)
    {
        user.CountWrongTry(act.Now);
        act.Note("user", user.Id);
        act.KeepWhenRefused();
    }

    private static SignInStep Waiting(SignInNext next, User user, Secret ticket) =>
        new(next, user.Id, null, ticket, user.Language);
}
