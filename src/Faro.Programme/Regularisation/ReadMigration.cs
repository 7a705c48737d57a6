// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Identification;
using Faro.Programme.Justice;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Regularisation;

/// <summary>Migration matters of a case, for who works in its legal part.</summary>
public sealed class ReadMigration(OperationDoor door)
    : ReadingOperation<Guid, MigrationReading>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<MigrationReading>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(input, Compartments.Legal, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var pen = await act.ReadingPenOfAsync(found.Value, cancellation);
        var row = await act.Db.MigrationSituations.FirstOrDefaultAsync(
            each => each.CaseId == input,
            cancellation
        );
        var stays = await act
            .Db.Stays.Where(stay => stay.CaseId == input)
            .OrderBy(stay => stay.RelativeId != null)
            .ThenByDescending(stay => stay.Id)
            .ToListAsync(cancellation);
        var process = await act
            .Db.JusticeTracks.Where(track => track.CaseId == input)
            .Select(track => track.State)
            .FirstOrDefaultAsync(cancellation);
        var reflection = await act
            .Db.Determinations.VisibleTo(act.Actor, act.Db)
            .Where(each =>
                each.CaseId == input
                && each.State == DeterminationStates.InForce
                && !each.IsFollowed
            )
            .Select(each => each.ReflectionUntil)
            .FirstOrDefaultAsync(cancellation);
        act.Note("case", input, ("stays", $"{stays.Count}"));
        return new MigrationReading(
            row?.Version ?? 0,
            row is null ? null : Facts(row, pen),
            row?.ReleaseBy,
            stays.ConvertAll(stay => Read(stay, pen)),
            await FirstDegree.ReadAsync(act.Db, act.Actor, pen.File.PersonId, cancellation),
            process is not null && JusticeStates.IsRunning(process),
            reflection
        );
    }

    private static MigrationFacts Facts(MigrationSituation row, CasePen pen) =>
        new(
            row.Status,
            row.EnteredOn,
            row.Wish,
            row.WishOn,
            row.Asylum,
            row.HeldOn,
            row.ReleasedOn,
            pen.Open(row.Box, MigrationSituation.Field(row.Id))
        );

    private static StayReading Read(Stay stay, CasePen pen) =>
        new(
            stay.Id,
            stay.Version,
            new StayFacts(
                stay.Kind,
                stay.Office,
                stay.RelativeId,
                pen.Open<StayWords>(stay.Box, Stay.Field(stay.Id)) ?? new()
            ),
            stay.State,
            stay.StateSince,
            stay.AppliedOn,
            stay.DecidedOn,
            stay.ValidUntil,
            stay.EndReason,
            stay.Clock,
            stay.DueOn
        );
}

/// <summary>Migration matters; version 0 when nobody wrote of them.</summary>
/// <param name="Version">Of the situation.</param>
/// <param name="Facts">Null when nobody wrote it.</param>
/// <param name="ReleaseBy">She is held in a migration station and has to be out by then.</param>
/// <param name="Stays">Hers first, the newest before the older.</param>
/// <param name="Relatives">Who may have a visa with her (LG 78).</param>
/// <param name="ProcessRuns">A criminal process is open: she may stay (LG 75).</param>
/// <param name="ReflectionUntil">The reflection period of the determination in force (LM 113, 136).</param>
public sealed record MigrationReading(
    int Version,
    MigrationFacts? Facts,
    DateOnly? ReleaseBy,
    IReadOnlyList<StayReading> Stays,
    IReadOnlyList<NearRelative> Relatives,
    bool ProcessRuns,
    DateOnly? ReflectionUntil
)
{
    /// <summary>Relatives in first degree for whom nobody applied, or whose application came to nothing.</summary>
    public IEnumerable<NearRelative> WithoutVisa =>
        Relatives.Where(relative =>
            !Stays.Any(stay =>
                stay.Facts.RelativeId == relative.PersonId
                && stay.State is not (StayStates.Abandoned or StayStates.RefusedFinally)
            )
        );
}

/// <summary>An application, with the term that runs.</summary>
public sealed record StayReading(
    Guid Id,
    int Version,
    StayFacts Facts,
    string State,
    DateOnly Since,
    DateOnly? AppliedOn,
    DateOnly? DecidedOn,
    DateOnly? ValidUntil,
    string EndReason,
    string Clock,
    DateOnly? DueOn
);
