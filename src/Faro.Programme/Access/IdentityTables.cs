// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access;

/// <summary>The tables that ASP.NET Core Identity brings: our names, and their sensitivity.</summary>
internal static class IdentityTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("user_passkeys");
            passkey.HasKey(key => key.CredentialId);
            passkey.Property(key => key.CredentialId).HasMaxLength(1024);
            passkey.HasOne<User>().WithMany().HasForeignKey(key => key.UserId);
            passkey.OwnsOne(key => key.Data).ToJson();
        });
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            var type = entity.ClrType;
            if (type.Namespace == typeof(IdentityUser).Namespace)
            {
                foreach (var column in entity.GetProperties())
                {
                    SensitivityMarks.Mark(
                        column,
                        column.Name is "Id" or "UserId" ? Sensitivity.Open : Sensitivity.Sealed
                    );
                }
            }
        }
    }
}
