// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Caseload.Lists;
using Faro.Web.Features.Cases;

namespace Faro.Web.Features.Caseload;

/// <summary>Every address of lists of cases and of work on many. Codes, days and ids only: nothing of a person.</summary>
public static class CaseloadLinks
{
    public const string Team = $"{CasesLinks.List}/equipo";
    public const string Lists = $"{CasesLinks.List}/listas";
    public const string NewList = $"{Lists}/nueva";
    public const string Batches = $"{CasesLinks.List}/conjunto";
    public const string NewBatch = $"{Batches}/nuevo";

    /// <summary>All open cases, whatever list somebody begins with.</summary>
    public const string All = $"{CasesLinks.List}?{ListQuery.ListKey}={ListQuery.NoList}";

    /// <summary>Stays the same, whatever changes in the list.</summary>
    public static string List(Guid id) => $"{CasesLinks.List}?{ListQuery.ListKey}={id}";

    public static string ListOf(CaseFilter filter) =>
        $"{CasesLinks.List}?{ListQuery.Write(filter)}";

    public static string OneList(Guid id) => $"{Lists}/{id}";

    public static string Batch(Guid id) => $"{Batches}/{id}";
}
