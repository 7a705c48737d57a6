// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Regularisation;

/// <summary>
/// Where an application for a stay stands: codes of the list <c>stay-states</c>, and the moves there are between them.
/// </summary>
public static class StayStates
{
    public const string List = "stay-states";

    public const string Preparing = "preparing";
    public const string Applied = "applied";
    public const string Remedy = "remedy";
    public const string Granted = "granted";
    public const string Renewal = "renewal";
    public const string Expired = "expired";
    public const string Refused = "refused";
    public const string Appealed = "appealed";
    public const string RefusedFinally = "refused-final";
    public const string Abandoned = "abandoned";
    public const string Ended = "ended";

    public static readonly IReadOnlyList<(string From, string To)> Moves =
    [
        .. From(Preparing, Applied, Abandoned),
        .. From(Applied, Remedy, Granted, Refused, Abandoned),
        .. From(Remedy, Applied, Refused, Abandoned),
        .. From(Granted, Renewal, Expired, Ended),
        .. From(Renewal, Granted, Refused),
        .. From(Expired, Renewal, Ended),
        .. From(Refused, Appealed, RefusedFinally),
        .. From(Appealed, Granted, RefusedFinally),
    ];

    public static bool Allows(string from, string to) => Moves.Contains((from, to));

    public static IEnumerable<string> Next(string from) =>
        Moves.Where(move => move.From == from).Select(move => move.To);

    private static IEnumerable<(string From, string To)> From(string from, params string[] to) =>
        to.Select(each => (from, each));
}
