// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Features.Cases;

namespace Faro.Web.Features.Approvals;

/// <summary>Every address of the Approvals area.</summary>
public static class ApprovalsLinks
{
    public const string Ending = "/aprobaciones";
    public const string Queue = "/por-aprobar";
    public const string RuleList = "/aprobaciones/reglas";

    /// <summary>Names the agency whose rules are meant; without it the programme's are.</summary>
    public const string Of = "de";

    public static string List(Guid id) => CasesLinks.Case(id) + Ending;

    public static string One(Guid id, Guid approval) => $"{List(id)}/{approval}";

    public static string Rules(Guid? agency) => RuleList + Query(agency);

    public static string Rule(string subject, Guid? agency) =>
        $"{RuleList}/{subject}{Query(agency)}";

    private static string Query(Guid? agency) => agency is null ? "" : $"?{Of}={agency}";
}
