// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework.Flags;
using Faro.Web.Features.Cases;

namespace Faro.Web.Features.Casework;

/// <summary>Every address of the Casework area: what is mine, and the pages of one case.</summary>
public static class CaseworkLinks
{
    public const string Mine = "/tareas";

    public static string Tasks(Guid id) => CasesLinks.Case(id) + "/tareas";

    public static string Task(Guid id, Guid task) => $"{Tasks(id)}/{task}";

    public static string Diary(Guid id, int skip = 0) =>
        CasesLinks.Case(id) + "/notas" + (skip > 0 ? $"?desde={skip}" : "");

    public static string Amend(Guid id, Guid entry) => $"{Diary(id)}/{entry}";

    public static string Contact(Guid id) => CasesLinks.Case(id) + "/contacto";

    public static string SafeContact(Guid id) => Contact(id) + "/reglas";

    public static string Flags(Guid id) => CasesLinks.Case(id) + "/avisos";

    /// <summary>The page on which something due is settled.</summary>
    /// <param name="id">The case.</param>
    /// <param name="kind">What is due.</param>
    public static string Due(Guid id, string kind) =>
        kind switch
        {
            CaseFlag.DueKind => Flags(id),
            _ => Tasks(id),
        };
}
