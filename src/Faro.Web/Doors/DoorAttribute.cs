// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using Faro.Programme;
using Faro.Programme.Access;
using Microsoft.AspNetCore.Authorization;

namespace Faro.Web.Doors;

/// <summary>
/// States what a page asks of the one who comes, as in <c>@attribute [Door(nameof(Permissions.ViewPeople))]</c>. A page
/// without one is closed to everybody.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DoorAttribute : AuthorizeAttribute
{
    /// <param name="permission">The name of a field of <see cref="Permissions"/>.</param>
    /// <exception cref="ArgumentException">There is no such permission.</exception>
    public DoorAttribute(string permission)
        : this(
            typeof(Permissions)
                .GetField(permission, BindingFlags.Public | BindingFlags.Static)
                ?.GetValue(null) as Permission
                ?? throw new ArgumentException(
                    $"{permission} is not a permission",
                    nameof(permission)
                )
        ) { }

    internal DoorAttribute(Permission permission)
    {
        Asks = permission;
        Policy = permission.Code;
    }

    public Permission Asks { get; }
}
