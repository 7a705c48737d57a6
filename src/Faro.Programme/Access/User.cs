// SPDX-License-Identifier: Apache-2.0
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

    public required string DisplayName { get; set; }

    /// <summary>Null only for administrators of the whole programme.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Codes of <see cref="Role"/>.</summary>
    public List<string> RoleCodes { get; set; } = [];

    /// <summary><c>es</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "es";

    /// <summary>Closed accounts stay for the audit, and cannot sign in.</summary>
    public bool Closed { get; set; }

    /// <summary>The next sign-in must choose a password (made by an administrator, or reset).</summary>
    public bool MustChangePassword { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public IEnumerable<Role> Roles => RoleCodes.Select(Role.Find).OfType<Role>();
}

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Ignore(user => user.Roles);
        builder.Property(user => user.DisplayName).HasMaxLength(User.NameMaxLength);
        builder.Property(user => user.Language).HasMaxLength(5);
        builder.HasIndex(user => user.AgencyId);
        builder.Open(
            user => user.Id,
            user => user.AgencyId,
            user => user.RoleCodes,
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
        builder.Sealed(user => user.PasswordHash, user => user.SecurityStamp);
    }
}
