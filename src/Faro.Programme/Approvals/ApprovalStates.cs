// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Approvals;

/// <summary>
/// Where a request for approval stands: a code of the list <c>approval-states</c> and the level that has the word. Whatever
/// is not written here is refused.
/// </summary>
public static class ApprovalStates
{
    public const string List = "approval-states";

    public const string Waiting = "waiting";
    public const string Approved = "approved";
    public const string SentBack = "sent-back";
    public const string Withdrawn = "withdrawn";

    /// <summary>What was approved was done: a case was closed with it. It serves once.</summary>
    public const string Used = "used";

    /// <summary>Where a request stands after somebody acted on it.</summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="levels">How many have to say yes, one after the other.</param>
    /// <param name="by">What was done.</param>
    /// <returns>Null when there is no such move.</returns>
    public static ApprovalPlace? After(ApprovalPlace at, int levels, ApprovalMove by) =>
        (at.State, by) switch
        {
            (Waiting, ApprovalMove.Grant) when at.Level < levels => at with
            {
                Level = at.Level + 1,
            },
            (Waiting, ApprovalMove.Grant) => at with { State = Approved },
            (Waiting, ApprovalMove.SendBack) => at with { State = SentBack },
            (Waiting, ApprovalMove.Withdraw) => at with { State = Withdrawn },
            (Approved, ApprovalMove.Use) => at with { State = Used },
            _ => null,
        };
}

/// <param name="State">A code of the list <c>approval-states</c>.</param>
/// <param name="Level">From 1.</param>
public sealed record ApprovalPlace(string State, int Level);

/// <summary>What is done to a request for approval.</summary>
public enum ApprovalMove
{
    /// <summary>The level says yes.</summary>
    Grant,

    /// <summary>The level says what has to change first.</summary>
    SendBack,

    /// <summary>Whoever asked takes it back.</summary>
    Withdraw,

    /// <summary>What was approved is done.</summary>
    Use,
}
