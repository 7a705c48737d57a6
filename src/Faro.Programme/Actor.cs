// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Faro.Programme.Access;

namespace Faro.Programme;

/// <summary>Who acts: a signed-in person, an API token, the public, or the programme itself (jobs, command line).</summary>
public sealed class Actor
{
    /// <summary>Nobody signed in: sees what is published, and nothing else.</summary>
    public static readonly Actor Public = new([], [Permissions.Public]);

    /// <summary>The programme itself: jobs and the command line of whoever holds the machine.</summary>
    public static readonly Actor System = new([], Permissions.All) { IsSystem = true };

    private readonly FrozenSet<Permission> _permissions;

    public Actor(Guid? userId, Guid? sessionId, Guid? agencyId, IReadOnlyList<Role> roles)
        : this(roles, roles.SelectMany(role => role.Permissions)) =>
        (UserId, SessionId, AgencyId) = (userId, sessionId, agencyId);

    private Actor(IReadOnlyList<Role> roles, IEnumerable<Permission> permissions) =>
        (Roles, _permissions) = (roles, permissions.ToFrozenSet());

    public Guid? UserId { get; }

    /// <summary>The session of a browser or the id of an API token; null for the public and the system.</summary>
    public Guid? SessionId { get; }

    /// <summary>The agency whose records this person sees; null for the public and the system.</summary>
    public Guid? AgencyId { get; }

    public IReadOnlyList<Role> Roles { get; }

    public bool IsSystem { get; private init; }

    /// <summary>Codes of the list <c>compartments</c>: the parts of case files that this person works in.</summary>
    public IReadOnlyList<string> Compartments { get; init; } = [];

    /// <summary>When they act: access that ended before is no longer theirs. Unless it is said, none is.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>
    /// False when it is known that no way into a case from outside was given to them or their agency: then nobody asks for
    /// one, row by row. Which ways are open is judged by <see cref="Cases.LivingGrant"/> alone.
    /// </summary>
    public bool MayHaveGrants { get; init; } = true;

    public bool May(Permission permission) => _permissions.Contains(permission);
}
