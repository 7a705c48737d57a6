// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Releases;

/// <summary>The public sees what is approved and not withdrawn; whoever proposes or approves sees all.</summary>
public static class PublicationVisibility
{
    public static IQueryable<Publication> VisibleTo(
        this IQueryable<Publication> publications,
        Actor actor
    ) =>
        actor.May(Permissions.ProposePublication) || actor.May(Permissions.ApprovePublication)
            ? publications
            : publications.Published();

    /// <summary>What stands before the public now, whoever asks.</summary>
    public static IQueryable<Publication> Published(this IQueryable<Publication> publications) =>
        publications.Where(publication =>
            publication.Edition > 0 && publication.WithdrawnAt == null
        );
}
