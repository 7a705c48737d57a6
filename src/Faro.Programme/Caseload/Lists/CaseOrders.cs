// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Caseload.Lists;

/// <summary>Orders of a list: codes of the list <c>case-orders</c>. Each has an index behind it, and pages in it.</summary>
public static class CaseOrders
{
    public const string List = "case-orders";
    public const string Newest = "newest";
    public const string Due = "due";
    public const string Quiet = "quiet";
    public const string Risk = "risk";
    public const string Opened = "opened";

    /// <summary>
    /// The order that can be kept: closed cases come by age only, and so do all agencies' cases together, since the other
    /// indexes hold one agency's open cases.
    /// </summary>
    public static string Possible(string order, CaseFilter filter, bool ofAllAgencies) =>
        order switch
        {
            Opened when !ofAllAgencies => Opened,
            Due or Quiet or Risk when !ofAllAgencies && !filter.ShowsClosed => order,
            _ => Newest,
        };

    /// <summary>How rows of two readings are put into one order.</summary>
    internal static Comparison<CaseRow> Comparison(string order) =>
        order switch
        {
            Opened => (one, other) => (one.OpenedOn, one.Id).CompareTo((other.OpenedOn, other.Id)),
            Quiet => (one, other) =>
                (one.QuietSince, one.Id).CompareTo((other.QuietSince, other.Id)),
            Risk => (one, other) => (other.RiskRank, other.Id).CompareTo((one.RiskRank, one.Id)),
            Due => (one, other) =>
                (one.NextDueOn, other.NextDueOn) switch
                {
                    (null, null) => other.Id.CompareTo(one.Id),
                    (null, _) => 1,
                    (_, null) => -1,
                    var (mine, theirs) => (mine.Value, one.Id).CompareTo((theirs.Value, other.Id)),
                },
            _ => (one, other) => other.Id.CompareTo(one.Id),
        };
}
