// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Faro.Programme.Access;
using Faro.Programme.Storage;

namespace Faro.Programme.Caseload.Team;

/// <summary>
/// The supervisor's figures. Those of a large agency are kept for some time, and shown with their hour while the next ones
/// are counted behind them: a small agency always sees what is, a large one never costs more than a part of a processor.
/// Counters that every write must keep right were left out for that.
/// </summary>
public sealed class TeamView(DatabaseEngine engine, TimeProvider clock)
{
    /// <summary>Of an agency with no more open cases than this nothing is kept: counting them takes a few milliseconds.</summary>
    private const int Few = 2000;

    /// <summary>A kept count is shown for so many times as long as it took.</summary>
    private const int Times = 20;

    /// <summary>An older one is not shown any more, whatever the next one costs.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>Of the own agency, for who leads its work; null for everybody else.</summary>
    public async Task<TeamFigures?> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.AssignCases) || actor.AgencyId is not { } agency)
        {
            return null;
        }

        var parts = actor.May(Permissions.ViewCaseContent)
            ? actor.Compartments.Order(StringComparer.Ordinal).ToList()
            : [];
        var key = $"{agency}/{string.Join('+', parts)}";
        if (_kept.TryGetValue(key, out var kept) && clock.GetElapsedTime(kept.From) < Oldest)
        {
            if (clock.GetElapsedTime(kept.From) > kept.Took * Times && kept.BeginNext())
            {
                _ = CountBehindAsync(key, agency, parts, kept);
            }

            return kept.Figures;
        }

        return await CountAsync(key, agency, parts, cancellation);
    }

    private async Task CountBehindAsync(
        string key,
        Guid agency,
        IReadOnlyList<string> parts,
        Kept kept
    )
    {
        try
        {
            await CountAsync(key, agency, parts, CancellationToken.None);
        }
        finally
        {
            kept.EndNext();
        }
    }

    private async Task<TeamFigures> CountAsync(
        string key,
        Guid agency,
        IReadOnlyList<string> parts,
        CancellationToken cancellation
    )
    {
        var from = clock.GetTimestamp();
        await using var db = engine.OpenReader();
        var figures = await TeamCount.TeamFiguresAsync(db, agency, parts, clock, cancellation);
        var took = clock.GetElapsedTime(from);
        if (figures.Open > Few)
        {
            _kept[key] = new Kept(figures, clock.GetTimestamp(), took);
        }
        else
        {
            _kept.TryRemove(key, out _);
        }

        return figures;
    }

    private sealed class Kept(TeamFigures figures, long from, TimeSpan took)
    {
        private int _next;

        public TeamFigures Figures => figures;

        public long From => from;

        public TimeSpan Took => took;

        public bool BeginNext() => Interlocked.Exchange(ref _next, 1) == 0;

        public void EndNext() => Interlocked.Exchange(ref _next, 0);
    }
}
