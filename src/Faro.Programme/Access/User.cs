// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using Faro.Programme.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Access;

/// <summary>Somebody who signs in. Belongs to one agency and has one or more roles.</summary>
public sealed class User : IdentityUser<Guid>
{
    public const int NameMaxLength = 120;
    public const int UserNameMaxLength = 60;
    public const int PasswordMinLength = 12;
    public const int PasswordMaxLength = 200;
    public const int UserNameMinLength = 3;

    /// <summary>Those that have words.</summary>
    public static readonly IReadOnlyList<string> Languages = ["es", "en"];

    /// <summary>PBKDF2-HMAC-SHA512 rounds (OWASP Password Storage Cheat Sheet, 2023: at least 210,000).</summary>
    public const int PasswordRounds = 210_000;

    /// <summary>Wrong passwords or codes in a row before the account pauses.</summary>
    public const int TriesBeforePause = 5;

    /// <summary>Minutes of pause after too many tries.</summary>
    public const int PauseMinutes = 15;

    public required string DisplayName { get; set; }

    /// <summary>Null only for administrators of the whole programme.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Codes of <see cref="Role"/>.</summary>
    public List<string> RoleCodes { get; set; } = [];

    /// <summary>Codes of the list <c>compartments</c>: the parts of case files that this person works in.</summary>
    public List<string> Compartments { get; set; } = [];

    /// <summary><c>es</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "es";

    /// <summary>Closed accounts stay for the audit, and cannot sign in.</summary>
    public bool Closed { get; set; }

    /// <summary>The next sign-in must choose a password (made by an administrator, or reset).</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The secret of one-time codes, sealed with this person's key; null when there is none.</summary>
    public byte[]? TotpBox { get; set; }

    /// <summary>When enrolling began; a secret that nobody confirmed is forgotten after a while.</summary>
    public DateTimeOffset? TotpBegunAt { get; set; }

    /// <summary>The last 30-second step whose code was taken: no code is good twice (RFC 6238 §5.2).</summary>
    public long TotpLastStep { get; set; }

    /// <summary>Keyed fingerprints of the recovery codes that are left.</summary>
    public List<string> RecoveryPrints { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public IEnumerable<Role> Roles => RoleCodes.Select(Role.Find).OfType<Role>();

    /// <summary>Signing in asks for a one-time code.</summary>
    public bool TotpOn => TwoFactorEnabled && TotpBox is not null;

    /// <summary>Too many tries: not even the right password helps until the pause is over.</summary>
    public bool IsPausedAt(DateTimeOffset moment) => moment < LockoutEnd;

    public void CountWrongTry(DateTimeOffset moment)
    {
        AccessFailedCount++;
        if (AccessFailedCount >= TriesBeforePause)
        {
            AccessFailedCount = 0;
            LockoutEnd = moment.AddMinutes(PauseMinutes);
        }
    }

    public void ForgetWrongTries() => (AccessFailedCount, LockoutEnd) = (0, null);

    /// <summary>Whatever was begun with the old password or second step (tickets) ends here.</summary>
    public void ChangeStamp() =>
        SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    /// <summary>Folds a name as it is stored and compared.</summary>
    public static string Fold(string userName) => userName.Trim().ToUpperInvariant();

    /// <summary>As somebody who acts: who in a session or with a token.</summary>
    public Actor Acting(Guid? sessionId) =>
        new(Id, sessionId, AgencyId, [.. Roles]) { Compartments = Compartments };
}

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Ignore(user => user.Roles);
        builder.Ignore(user => user.TotpOn);
        builder.Property(user => user.DisplayName).HasMaxLength(User.NameMaxLength);
        builder.Property(user => user.Language).HasMaxLength(5);
        builder.HasIndex(user => user.AgencyId);
        builder.Open(
            user => user.Id,
            user => user.AgencyId,
            user => user.RoleCodes,
            user => user.Compartments,
            user => user.Language,
            user => user.Closed,
            user => user.MustChangePassword,
            user => user.CreatedAt,
            user => user.AccessFailedCount,
            user => user.ConcurrencyStamp,
            user => user.EmailConfirmed,
            user => user.LockoutEnabled,
            user => user.LockoutEnd,
            user => user.PhoneNumberConfirmed,
            user => user.TotpBegunAt,
            user => user.TotpLastStep,
            user => user.TwoFactorEnabled
        );
        builder.Personal(
            user => user.DisplayName,
            user => user.UserName,
            user => user.NormalizedUserName,
            user => user.Email,
            user => user.NormalizedEmail,
            user => user.PhoneNumber
        );
        builder.Sealed(
            user => user.PasswordHash,
            user => user.SecurityStamp,
            user => user.TotpBox,
            user => user.RecoveryPrints
        );
    }
}
