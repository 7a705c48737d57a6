// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Users;

/// <summary>What must hold of every account, whoever makes or changes it.</summary>
internal static partial class UserRules
{
    public static void CheckDisplayName(List<Refusal> refusals, string name, string field)
    {
        if (name.Length == 0)
        {
            refusals.Add(new Refusal(AccessRefusals.DisplayNameMissing, field));
        }
        else if (name.Length > User.NameMaxLength)
        {
            refusals.Add(new Refusal(AccessRefusals.DisplayNameLong, field, User.NameMaxLength));
        }
    }

    public static async Task CheckUserNameAsync(
        List<Refusal> refusals,
        FaroDb db,
        string userName,
        string field,
        CancellationToken cancellation
    )
    {
        if (
            userName.Length is < User.UserNameMinLength or > User.UserNameMaxLength
            || !UserNameForm().IsMatch(userName)
        )
        {
            refusals.Add(
                new Refusal(
                    AccessRefusals.UserNameMalformed,
                    field,
                    User.UserNameMinLength,
                    User.UserNameMaxLength
                )
            );
            return;
        }

        var folded = User.Fold(userName);
        if (await db.Users.AnyAsync(user => user.NormalizedUserName == folded, cancellation))
        {
            refusals.Add(new Refusal(AccessRefusals.UserNameTaken, field));
        }
    }

    /// <summary>
    /// At least one role; and who manages accounts does not see people, not even in a second role (design §1): whoever can
    /// make an account must not hold the key to the records at the same time.
    /// </summary>
    public static void CheckRoles(
        List<Refusal> refusals,
        IReadOnlyCollection<string> codes,
        string field
    )
    {
        var roles = codes.Select(Role.Find).OfType<Role>().ToList();
        if (codes.Count == 0)
        {
            refusals.Add(new Refusal(AccessRefusals.RolesMissing, field));
        }
        else if (roles.Count < codes.Count)
        {
            refusals.Add(new Refusal(AccessRefusals.RoleUnknown, field));
        }
        else if (
            roles.Exists(role => role.Permissions.Contains(Permissions.ManageUsers))
            && roles.Exists(role => role.Permissions.Contains(Permissions.ViewPeople))
        )
        {
            refusals.Add(new Refusal(AccessRefusals.RolesConflict, field));
        }
    }

    public static void CheckCompartments(
        List<Refusal> refusals,
        IReadOnlyCollection<string> codes,
        string field
    )
    {
        if (codes.Any(code => !Compartments.All.Contains(code, StringComparer.Ordinal)))
        {
            refusals.Add(new Refusal(CaseRefusals.CompartmentUnknown, field));
        }
    }

    /// <summary>In the order of the list, each once.</summary>
    public static List<string> OrderedCompartments(IReadOnlyCollection<string> codes) =>
        [.. Compartments.All.Where(code => codes.Contains(code, StringComparer.Ordinal))];

    /// <summary>Everybody belongs to an agency, but for administrators of the whole programme.</summary>
    public static async Task CheckAgencyAsync(
        List<Refusal> refusals,
        FaroDb db,
        Guid? agencyId,
        IReadOnlyCollection<string> roleCodes,
        string field,
        CancellationToken cancellation
    )
    {
        if (agencyId is null)
        {
            if (roleCodes.Any(code => code != Role.Administrator.Code))
            {
                refusals.Add(new Refusal(AccessRefusals.AgencyMissing, field));
            }
        }
        else if (
            !await db.Agencies.AnyAsync(
                agency => agency.Id == agencyId && !agency.Closed,
                cancellation
            )
        )
        {
            refusals.Add(new Refusal(AccessRefusals.AgencyUnknown, field));
        }
    }

    /// <summary>Somebody else can still manage the accounts.</summary>
    public static async Task<bool> IsLastAdministratorAsync(
        FaroDb db,
        User user,
        CancellationToken cancellation
    )
    {
        var code = Role.Administrator.Code;
        return user.RoleCodes.Contains(code)
            && !await db.Users.AnyAsync(
                other => other.Id != user.Id && !other.Closed && other.RoleCodes.Contains(code),
                cancellation
            );
    }

    /// <summary>Kept in the order of <see cref="Role.All"/>, each once.</summary>
    public static List<string> Ordered(IReadOnlyCollection<string> codes) =>
        [.. Role.All.Select(role => role.Code).Where(codes.Contains)];

    [GeneratedRegex("^[a-z0-9][a-z0-9._@-]*[a-z0-9]$", RegexOptions.None, 1000)]
    private static partial Regex UserNameForm();
}
