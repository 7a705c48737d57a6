// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Justice;
using Faro.Programme.People;
using Faro.Programme.Regularisation;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>The migration stays of the story: on their way, granted, about to run out, refused; a few with a relative's visa.</summary>
public sealed class DemoStays(
    DatabaseEngine engine,
    WriteMigration writeMigration,
    RecordStay recordStay,
    MoveStay moveStay,
    RegisterRelation registerRelation
)
{
    internal const int WithRelatives = 4;
    private const string Mexican = "mx";

    internal async Task MakeAsync(DemoWork work, bool withRelative, CancellationToken cancellation)
    {
        var dice = work.Dice;
        var (citizenship, isMinor) = await WhoAsync(work.File.PersonId, cancellation);
        if (citizenship == Mexican)
        {
            await WriteAsync(work, new MigrationFacts("mexican"), cancellation);
            return;
        }

        var asked = work.DaysAgo(1)[0];
        await WriteAsync(
            work,
            new MigrationFacts(
                dice.Pick(["irregular", "irregular", "visitor", "asylum-seeker"]),
                Wish: dice.Pick(["stay-process", "stay", "return", "undecided"]),
                WishOn: asked,
                Asylum: dice.Pick(["no-fear", "no-fear", "fears", "applied"])
            ),
            cancellation
        );
        await ApplyAsync(
            work,
            new StayFacts(
                isMinor ? Stay.OfChild : Stay.OfVictim,
                "inm-state",
                Words: new StayWords
                {
                    Folio = $"INM-INVENTADO-{dice.Between(1000, 9999)}",
                    Notes = dice.Pick(DemoCasework.Words["stay"])["one"],
                }
            ),
            dice.Pick([
                StayStates.Applied,
                StayStates.Remedy,
                StayStates.Granted,
                StayStates.Granted,
                StayStates.Refused,
            ]),
            cancellation
        );
        if (withRelative && await RelativeAsync(work, cancellation) is { } child)
        {
            await ApplyAsync(
                work,
                new StayFacts(Stay.OfRelative, "consulate", child),
                StayStates.Applied,
                cancellation
            );
        }
    }

    private Task<Guid> WriteAsync(
        DemoWork work,
        MigrationFacts facts,
        CancellationToken cancellation
    ) =>
        writeMigration
            .RunAsync(
                work.Actor,
                new LegalRowInput<MigrationFacts>(work.File.Id, null, 0, facts),
                cancellation
            )
            .DoneAsync();

    private async Task ApplyAsync(
        DemoWork work,
        StayFacts facts,
        string to,
        CancellationToken cancellation
    )
    {
        var id = await recordStay
            .RunAsync(
                work.Actor,
                new LegalRowInput<StayFacts>(work.File.Id, null, 0, facts),
                cancellation
            )
            .DoneAsync();
        // Terms of the law are short: what waits was handed in lately.
        var on = work.Today.AddDays(-work.Dice.Between(1, 12));
        var version = 1;
        foreach (var state in to == StayStates.Applied ? [to] : new[] { StayStates.Applied, to })
        {
            await moveStay
                .RunAsync(
                    work.Actor,
                    new MoveStayInput(
                        id,
                        version++,
                        state,
                        on,
                        state == StayStates.Granted
                            ? work.Today.AddDays(work.Dice.Between(5, 360))
                            : null
                    ),
                    cancellation
                )
                .DoneAsync();
        }
    }

    private async Task<(string Citizenship, bool IsMinor)> WhoAsync(
        Guid person,
        CancellationToken cancellation
    )
    {
        await using var db = engine.OpenReader();
        var found = await db
            .People.Where(row => row.Id == person)
            .Select(row => new { row.Citizenship, row.AgeBand })
            .FirstAsync(cancellation);
        return (found.Citizenship, AgeBands.IsMinor(found.AgeBand));
    }

    /// <summary>A child of the same agency that nobody is related to yet becomes hers.</summary>
    private async Task<Guid?> RelativeAsync(DemoWork work, CancellationToken cancellation)
    {
        var (_, isMinor) = await WhoAsync(work.File.PersonId, cancellation);
        if (isMinor)
        {
            return null;
        }

        await using var db = engine.OpenReader();
        var people = await db
            .People.VisibleTo(work.Actor)
            .Where(person =>
                person.Id != work.File.PersonId
                && person.ErasedAt == null
                && !db.PersonRelations.Any(tie =>
                    tie.PersonId == person.Id || tie.RelativeId == person.Id
                )
            )
            .OrderBy(person => person.Number)
            .Select(person => new
            {
                person.Id,
                person.Number,
                person.AgeBand,
            })
            .ToListAsync(cancellation);
        var child = people.Find(person => AgeBands.IsMinor(person.AgeBand));
        if (child is null)
        {
            return null;
        }

        await registerRelation
            .RunAsync(
                work.Actor,
                new RegisterRelationInput(work.File.PersonId, child.Number, "child"),
                cancellation
            )
            .DoneAsync();
        return child.Id;
    }
}
