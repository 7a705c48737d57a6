// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access.Users;

/// <summary>Which accounts somebody sees: who manages them sees all, everybody else the own one.</summary>
public static class UserVisibility
{
    public static IQueryable<User> VisibleTo(this IQueryable<User> users, Actor actor)
    {
        if (actor.May(Permissions.ManageUsers))
        {
            return users;
        }

        var self = actor.UserId;
        return users.Where(user => user.Id == self);
    }
}
