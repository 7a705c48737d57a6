// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Cases;

/// <summary>
/// Where a person is on her path: codes of the list <c>case-states</c>, and the moves there are between them. Whatever is
/// not written here is refused.
/// </summary>
public static class CaseStates
{
    public const string List = "case-states";

    public const string Lead = "lead";
    public const string Screening = "screening";
    public const string PossibleVictim = "possible-victim";
    public const string IdentifiedVictim = "identified-victim";
    public const string NotVictim = "not-victim";
    public const string Reflection = "reflection";
    public const string Assisted = "assisted";
    public const string ReturnPlanned = "return-planned";
    public const string Returned = "returned";
    public const string Reintegration = "reintegration";
    public const string Regularised = "regularised";
    public const string FamilyReunified = "family-reunified";
    public const string LocalIntegration = "local-integration";
    public const string FollowUp = "follow-up";
    public const string Closed = "closed";
    public const string ClosedReferred = "closed-referred";

    /// <summary>
    /// Every move. A possible victim is assisted before anybody decided, since rights do not wait for a determination
    /// (LG 59, LGV 4); nobody becomes an identified victim, or stops being one, but by a determination.
    /// </summary>
    public static readonly IReadOnlyList<CaseMove> Moves =
    [
        .. From(Lead, Screening, PossibleVictim),
        .. From(Screening, PossibleVictim),
        .. From(PossibleVictim, Reflection, Assisted),
        .. From(IdentifiedVictim, Reflection, Assisted),
        .. From(NotVictim, PossibleVictim, Assisted),
        .. From(Reflection, Assisted),
        .. From(Assisted, ReturnPlanned, Regularised, FamilyReunified, LocalIntegration, FollowUp),
        .. From(ReturnPlanned, Returned, Assisted),
        .. From(Returned, Reintegration, FollowUp),
        .. From(Reintegration, FollowUp),
        .. From(Regularised, LocalIntegration, ReturnPlanned, FamilyReunified, FollowUp),
        .. From(FamilyReunified, LocalIntegration, FollowUp),
        .. From(LocalIntegration, FollowUp),
        .. From(FollowUp, Assisted),
        .. Determined(Screening, PossibleVictim, Reflection, Assisted, NotVictim, IdentifiedVictim),
        .. Ending(),
    ];

    /// <summary>Nothing is written in a closed case until it is reopened.</summary>
    public static bool IsClosed(string state) => state is Closed or ClosedReferred;

    /// <summary>What HTCDS and the statistics say of the person in this state; null before anybody said anything.</summary>
    /// <returns>A code of the list <c>trafficking-status</c>.</returns>
    public static string? TraffickingStatus(string state) =>
        state switch
        {
            Lead or Screening => null,
            PossibleVictim => "possible-victim",
            IdentifiedVictim => "actual-victim",
            NotVictim => "not-a-victim",
            _ => null,
        };

    /// <summary>Whether there is such a move by such a way.</summary>
    public static bool Allows(string from, string to, CaseMoveBy by) =>
        Moves.Any(move => move.From == from && move.To == to && move.By == by);

    /// <summary>Whether assistance could begin from here and has not.</summary>
    public static bool CanBeAssisted(string state) =>
        state is PossibleVictim or IdentifiedVictim or Reflection;

    /// <summary>Where a colleague may move a case from here, in the order of the path.</summary>
    public static IEnumerable<string> NextByHand(string from) =>
        Moves
            .Where(move => move.From == from && move.By == CaseMoveBy.Hand)
            .Select(move => move.To);

    private static IEnumerable<CaseMove> From(string from, params string[] to) =>
        to.Select(each => new CaseMove(from, each, CaseMoveBy.Hand));

    /// <summary>A determination may find either, from any state in which the question is open or open again.</summary>
    private static IEnumerable<CaseMove> Determined(params string[] from) =>
        from.SelectMany(each =>
            new[] { IdentifiedVictim, NotVictim, PossibleVictim }
                .Where(to => to != each)
                .Select(to => new CaseMove(each, to, CaseMoveBy.Determination))
        );

    /// <summary>Every open case can be closed; a closed one goes back to where it was.</summary>
    private static IEnumerable<CaseMove> Ending()
    {
        string[] open =
        [
            Lead,
            Screening,
            PossibleVictim,
            IdentifiedVictim,
            NotVictim,
            Reflection,
            Assisted,
            ReturnPlanned,
            Returned,
            Reintegration,
            Regularised,
            FamilyReunified,
            LocalIntegration,
            FollowUp,
        ];
        foreach (var state in open)
        {
            foreach (var closed in new[] { Closed, ClosedReferred })
            {
                yield return new CaseMove(state, closed, CaseMoveBy.Closure);
                yield return new CaseMove(closed, state, CaseMoveBy.Reopening);
            }
        }
    }
}

/// <summary>One move of the path.</summary>
/// <param name="From">A state.</param>
/// <param name="To">Another.</param>
/// <param name="By">The only way it happens.</param>
public sealed record CaseMove(string From, string To, CaseMoveBy By);

/// <summary>How a case comes from one state to another.</summary>
public enum CaseMoveBy
{
    /// <summary>A colleague says so.</summary>
    Hand,

    /// <summary>A decision on whether she is a victim.</summary>
    Determination,

    /// <summary>The case is closed, with a reason.</summary>
    Closure,

    /// <summary>It is opened again, where it was.</summary>
    Reopening,
}
