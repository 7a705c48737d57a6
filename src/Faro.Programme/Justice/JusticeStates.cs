// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Justice;

/// <summary>
/// Where the criminal process stands: codes of the list <c>justice-states</c>, and the moves there are between them. None
/// of them says anything on whether she is a victim (LG 3-XI, 59; LGV 4).
/// </summary>
public static class JusticeStates
{
    public const string List = "justice-states";

    public const string NoComplaint = "no-complaint";
    public const string Reported = "reported";
    public const string Investigation = "investigation";
    public const string Charged = "charged";
    public const string Trial = "trial";
    public const string Ruled = "ruled";
    public const string Appealed = "appealed";
    public const string Final = "final";
    public const string Archived = "archived";
    public const string Ended = "ended";

    /// <summary>Every move. The authority may begin without a complaint; what was archived or had ended can be opened again.</summary>
    public static readonly IReadOnlyList<(string From, string To)> Moves =
    [
        .. From(NoComplaint, Reported, Investigation),
        .. From(Reported, Investigation, Archived),
        .. From(Investigation, Charged, Archived),
        .. From(Charged, Trial, Ruled, Archived),
        .. From(Trial, Ruled, Archived),
        .. From(Ruled, Appealed, Final),
        .. From(Appealed, Ruled, Trial, Final),
        .. From(Final, Ended),
        .. From(Archived, Investigation, Ended),
        .. From(Ended, Investigation),
    ];

    /// <summary>There is a process and it has not ended: a foreign victim may stay for as long as she wishes (LG 75).</summary>
    public static bool IsRunning(string state) => state is not (NoComplaint or Ended);

    public static bool Allows(string from, string to) => Moves.Contains((from, to));

    public static IEnumerable<string> Next(string from) =>
        Moves.Where(move => move.From == from).Select(move => move.To);

    private static IEnumerable<(string From, string To)> From(string from, params string[] to) =>
        to.Select(each => (from, each));
}
