// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Approvals;

/// <summary>What the rules of approvals say no with.</summary>
public static class ApprovalRefusals
{
    public const string SubjectUnknown = "approval.subject-unknown";
    public const string NotNeeded = "approval.not-needed";
    public const string NothingThere = "approval.nothing-there";
    public const string AlreadyWaiting = "approval.already-waiting";
    public const string AlreadyApproved = "approval.already-approved";

    /// <summary>There are not enough people who did not write it themselves, one for every level.</summary>
    public const string NobodyCan = "approval.nobody-can";
    public const string NotWaiting = "approval.not-waiting";
    public const string OwnWork = "approval.own-work";
    public const string NotYourLevel = "approval.not-your-level";
    public const string ChangedSince = "approval.changed-since";
    public const string NotTheAsker = "approval.not-the-asker";

    /// <summary>A rule of the case's agency says that closing has to be approved, with this reason.</summary>
    public const string ClosureNeeded = "approval.closure-needed";

    public const string RuleNotFound = "approval.rule-not-found";
    public const string RuleChanged = "approval.rule-changed-meanwhile";
    public const string LevelsMissing = "approval.levels-missing";

    /// <summary>Values: the level. It needs a role or people by name, and not both.</summary>
    public const string LevelUnclear = "approval.level-unclear";

    /// <summary>Values: the level.</summary>
    public const string PeopleUnknown = "approval.people-unknown";

    /// <summary>Values: the level, the least and the most.</summary>
    public const string DaysOutOfRange = "approval.days-out-of-range";
    public const string OtherAgency = "approval.other-agency";
}
