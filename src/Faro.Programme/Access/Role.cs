// SPDX-License-Identifier: Apache-2.0
using static Faro.Programme.Access.Permissions;

namespace Faro.Programme.Access;

/// <summary>Why somebody comes to Faro, and what that lets them do. Codes are stored and appear in the API.</summary>
/// <param name="Code">Kebab case; never renamed.</param>
/// <param name="Permissions">Besides what everybody signed in may do.</param>
public sealed record Role(string Code, IReadOnlyList<Permission> Permissions)
{
    private static readonly Permission[] Everybody =
    [
        Public,
        OwnAccount,
        ViewAgencies,
        ViewIndicators,
    ];

    public static readonly Role Caseworker = Make(
        "caseworker",
        ViewPeople,
        RegisterPeople,
        ViewIdentity,
        ViewCases,
        ViewCaseContent,
        WorkCases,
        BreakGlass,
        ViewConsents,
        WithdrawConsents
    );
    public static readonly Role Supervisor = Make(
        "supervisor",
        ViewPeople,
        RegisterPeople,
        ViewIdentity,
        ViewCases,
        ViewCaseContent,
        WorkCases,
        AssignCases,
        BreakGlass,
        ManageApprovalRules,
        ViewConsents,
        WithdrawConsents,
        ViewStatistics,
        ProposePublication,
        ApprovePublication,
        ViewJobs
    );
    public static readonly Role FocalPoint = Make("focal-point", ViewPeople, ManageAgencies);
    public static readonly Role Secretary = Make("secretary", ManageAgencies, ViewStudies);
    public static readonly Role Trainer = Make("trainer");
    public static readonly Role LegalOfficer = Make("legal-officer", ViewStudies);
    public static readonly Role Analyst = Make(
        "analyst",
        ViewStatistics,
        ProposePublication,
        ManageIndicators,
        ViewStudies,
        ManageStudies,
        ViewJobs,
        ManageJobs
    );
    public static readonly Role DataProtection = Make(
        "data-protection",
        ViewPeople,
        ViewIdentity,
        ErasePeople,
        ViewCases,
        ViewConsents,
        WithdrawConsents,
        ManageConsentTexts,
        ViewStatistics,
        ApprovePublication,
        ViewAudit,
        ManageKeys,
        ViewJobs
    );

    /// <summary>Sees no case content: no permission on people (design §1).</summary>
    public static readonly Role Administrator = Make(
        "administrator",
        ManageUsers,
        ManageSettings,
        ManageConsentTexts,
        ManageApprovalRules,
        ManageAgencies,
        ManageIndicators,
        ManageKeys,
        ManageBackups,
        ViewAudit,
        ViewJobs,
        ManageJobs
    );

    public static readonly IReadOnlyList<Role> All =
    [
        Caseworker,
        Supervisor,
        FocalPoint,
        Secretary,
        Trainer,
        LegalOfficer,
        Analyst,
        DataProtection,
        Administrator,
    ];

    /// <returns>Null when no role has this code.</returns>
    public static Role? Find(string code) => All.FirstOrDefault(role => role.Code == code);

    private static Role Make(string code, params Permission[] own) =>
        new(code, [.. Everybody, .. own]);
}
