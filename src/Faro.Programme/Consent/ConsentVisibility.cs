// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Consent;

/// <summary>
/// Who sees the ledger: whoever sees the content of the case in social work, and the data-protection officer, whose task it
/// is. The officer sees the lines, never the names of those who were there.
/// </summary>
public static class ConsentVisibility
{
    public static IQueryable<ConsentEntry> VisibleTo(
        this IQueryable<ConsentEntry> entries,
        Actor actor,
        FaroDb db
    ) =>
        actor.Roles.Contains(Role.DataProtection)
            ? entries
            : CaseVisibility.VisibleTo(entries, actor, db);
}
