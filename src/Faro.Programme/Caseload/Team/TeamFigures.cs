// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Caseload.Team;

/// <summary>
/// The open cases of one agency as its supervisor needs them: how many, whose, how quiet, what is late and what is missing.
/// </summary>
/// <remarks>
/// Exact counts, and no publication: a supervisor may open every one of these cases, and each number is the length of a list
/// that she can open. So nothing here passes the Releases, and nothing here leaves the house: there is no export of it.
/// </remarks>
/// <param name="CountedAt">When it was counted.</param>
/// <param name="Rules">The thresholds it was counted by.</param>
/// <param name="Workers">One for each colleague with cases, and one for nobody; the most loaded first.</param>
/// <param name="Risks">One for each level of risk, highest first, and one for where it was not assessed.</param>
/// <param name="Late">One for each kind of thing that is late.</param>
/// <param name="LateCases">Cases with anything late.</param>
/// <param name="Gaps">One for each code of the list <c>case-gaps</c>.</param>
public sealed record TeamFigures(
    DateTimeOffset CountedAt,
    TeamRules Rules,
    IReadOnlyList<WorkerLoad> Workers,
    IReadOnlyList<RiskLoad> Risks,
    IReadOnlyList<LateKind> Late,
    int LateCases,
    IReadOnlyList<GapCount> Gaps
)
{
    /// <summary>So many days count as new, and as just closed.</summary>
    public const int RecentDays = 30;

    public int Open => Risks.Sum(risk => risk.Open);

    public int Nobodys => Workers.Where(worker => worker.UserId is null).Sum(row => row.Open);
}

/// <summary>What one colleague carries.</summary>
/// <param name="UserId">Null for cases that nobody carries.</param>
/// <param name="Name">Empty for nobody.</param>
/// <param name="Open">Open cases.</param>
/// <param name="ByRisk">Open cases by a code of the list <c>risk-levels</c>, or empty.</param>
/// <param name="Recent">Opened in the last days.</param>
/// <param name="Closed">Closed in the last days.</param>
/// <param name="Late">Open cases with anything late.</param>
public sealed record WorkerLoad(
    Guid? UserId,
    string Name,
    int Open,
    IReadOnlyDictionary<string, int> ByRisk,
    int Recent,
    int Closed,
    int Late
);

/// <summary>Open cases of one level of risk.</summary>
/// <param name="Risk">A code of the list <c>risk-levels</c>, or empty.</param>
/// <param name="Open">Open cases.</param>
/// <param name="QuietDays">The threshold.</param>
/// <param name="Quiet">Without contact for at least so many days.</param>
public sealed record RiskLoad(string Risk, int Open, int QuietDays, int Quiet);

/// <summary>Cases in which one kind of thing is late.</summary>
/// <param name="Kind">A code of the list <c>due-kinds</c>.</param>
/// <param name="Cases">How many.</param>
public sealed record LateKind(string Kind, int Cases);

/// <summary>Open cases that lack one thing.</summary>
/// <param name="Gap">A code of the list <c>case-gaps</c>.</param>
/// <param name="Cases">How many.</param>
public sealed record GapCount(string Gap, int Cases);
