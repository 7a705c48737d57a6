// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Faro.Programme.Access;

/// <summary>Every permission there is. Operations and doors name one of these; roles are sets of them.</summary>
public static class Permissions
{
    /// <summary>Pages and data that are published, and the way in. Nobody is turned away.</summary>
    public static readonly Permission Public = new("public");

    /// <summary>One's own account, sessions and tokens: everybody who is signed in.</summary>
    public static readonly Permission OwnAccount = new("account.own");
    public static readonly Permission ManageUsers = new("users.manage");
    public static readonly Permission ManageSettings = new("settings.manage");
    public static readonly Permission ManageKeys = new("vault.manage");
    public static readonly Permission ViewAgencies = new("agencies.view");
    public static readonly Permission ManageAgencies = new("agencies.manage");
    public static readonly Permission ViewPeople = new("people.view");
    public static readonly Permission RegisterPeople = new("people.register");
    public static readonly Permission ViewIdentity = new("people.view-identity");
    public static readonly Permission ErasePeople = new("people.erase");

    /// <summary>That there are cases, where they stand and whose they are.</summary>
    public static readonly Permission ViewCases = new("cases.view");

    /// <summary>What is in them, compartment by compartment.</summary>
    public static readonly Permission ViewCaseContent = new("cases.view-content");
    public static readonly Permission WorkCases = new("cases.work");

    /// <summary>Says who carries a case.</summary>
    public static readonly Permission AssignCases = new("cases.assign");

    /// <summary>Opens a case that is not theirs, in an emergency.</summary>
    public static readonly Permission BreakGlass = new("cases.break-glass");

    /// <summary>What people agreed to: the lines of the ledger, without the names of those who were there.</summary>
    public static readonly Permission ViewConsents = new("consents.view");

    /// <summary>Writes down that somebody changed her mind, wherever she says it.</summary>
    public static readonly Permission WithdrawConsents = new("consents.withdraw");

    /// <summary>The words that people are shown before they agree.</summary>
    public static readonly Permission ManageConsentTexts = new("consents.texts");

    /// <summary>What has to be approved, by whom and until when.</summary>
    public static readonly Permission ManageApprovalRules = new("approvals.rules");
    public static readonly Permission ViewIndicators = new("indicators.view");
    public static readonly Permission ManageIndicators = new("indicators.manage");

    /// <summary>The programme's own statistics as they are, before disclosure control.</summary>
    public static readonly Permission ViewStatistics = new("statistics.view");

    /// <summary>Lays the public version of the statistics before somebody else.</summary>
    public static readonly Permission ProposePublication = new("releases.propose");

    /// <summary>Makes public what another proposed, and takes it back.</summary>
    public static readonly Permission ApprovePublication = new("releases.approve");
    public static readonly Permission ViewStudies = new("studies.view");
    public static readonly Permission ManageStudies = new("studies.manage");
    public static readonly Permission ViewAudit = new("audit.view");
    public static readonly Permission ViewJobs = new("jobs.view");
    public static readonly Permission ManageJobs = new("jobs.manage");
    public static readonly Permission ManageBackups = new("backups.manage");

    public static readonly IReadOnlyList<Permission> All =
    [
        Public,
        OwnAccount,
        ManageUsers,
        ManageSettings,
        ManageKeys,
        ViewAgencies,
        ManageAgencies,
        ViewPeople,
        RegisterPeople,
        ViewIdentity,
        ErasePeople,
        ViewCases,
        ViewCaseContent,
        WorkCases,
        AssignCases,
        BreakGlass,
        ViewConsents,
        WithdrawConsents,
        ManageConsentTexts,
        ManageApprovalRules,
        ViewIndicators,
        ManageIndicators,
        ViewStatistics,
        ProposePublication,
        ApprovePublication,
        ViewStudies,
        ManageStudies,
        ViewAudit,
        ViewJobs,
        ManageJobs,
        ManageBackups,
    ];

    private static readonly FrozenDictionary<string, Permission> ByCode = All.ToFrozenDictionary(
        permission => permission.Code,
        StringComparer.Ordinal
    );

    /// <exception cref="ArgumentOutOfRangeException">No permission has this code.</exception>
    public static Permission Get(string code) =>
        ByCode.TryGetValue(code, out var permission)
            ? permission
            : throw new ArgumentOutOfRangeException(nameof(code), code, "Not a permission of Faro");
}
