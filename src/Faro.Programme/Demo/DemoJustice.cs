// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Justice;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>Criminal processes and migration stays of the story, written by the lawyer of the first agency.</summary>
public sealed class DemoJustice(
    DatabaseEngine engine,
    TimeProvider clock,
    WriteJustice writeJustice,
    MoveJustice moveJustice,
    RecordMeasure recordMeasure,
    RecordHearing recordHearing,
    RecordReparation recordReparation,
    DemoStays stays
)
{
    private const int MostCases = 24;

    private static readonly string[] Path =
    [
        JusticeStates.Reported,
        JusticeStates.Investigation,
        JusticeStates.Charged,
        JusticeStates.Trial,
        JusticeStates.Ruled,
    ];

    internal async Task MakeAsync(DemoNetwork network, ulong seed, CancellationToken cancellation)
    {
        var lawyer = await network.ActorAsync("oim.juridico", cancellation);
        List<Case> cases;
        await using (var db = engine.OpenReader())
        {
            cases = await db
                .Cases.VisibleTo(lawyer)
                .Where(file =>
                    file.AgencyId == lawyer.AgencyId && file.ClosedOn == null && file.Risk != ""
                )
                .OrderByDescending(file => file.Number)
                .Take(MostCases)
                .ToListAsync(cancellation);
        }

        var today = clock.Today();
        foreach (var (index, file) in cases.Index())
        {
            var work = new DemoWork(file, lawyer, Dice.Of(seed, file.Number, "justice"), today);
            await TellAsync(work, cancellation);
            await stays.MakeAsync(
                work,
                withRelative: index < DemoStays.WithRelatives,
                cancellation
            );
        }
    }

    private async Task TellAsync(DemoWork work, CancellationToken cancellation)
    {
        var (dice, words) = (work.Dice, work.Dice.Pick(DemoCasework.Words["wish"]));
        var stages = dice.Below(Path.Length + 1);
        var days = work.DaysAgo(stages + 1);
        var isRuled = stages == Path.Length;
        var facts = new JusticeFacts(
            new JusticeWords
            {
                Wishes = words["one"],
                Place = stages > 0 ? words["two"] : "",
                FileNumber =
                    stages > 0 ? $"CI-INVENTADA-{dice.Between(100, 999)}/{work.Today.Year}" : "",
            },
            stages > 0 ? "wants" : dice.Pick(["undecided", "with-conditions", "does-not-want"]),
            days[0],
            stages > 0 ? dice.Pick(["herself", "agency", "authority"]) : "",
            stages > 0 ? days[0] : null,
            stages > 0 ? dice.Pick(["state-special", "federal-special"]) : "",
            stages > 1 ? [dice.Pick(["lg-13", "lg-21", "lg-22"]), "lg-10"] : [],
            dice.Pick(["asked", "public", "agency"]),
            "not-needed",
            isRuled ? "convicted" : "",
            isRuled ? days[^1] : null
        );
        await writeJustice.RunAsync(work.Actor, Of(work, facts), cancellation).DoneAsync();
        for (var i = 0; i < stages; i++)
        {
            await moveJustice
                .RunAsync(
                    work.Actor,
                    new MoveJusticeInput(work.File.Id, i + 1, Path[i], days[i]),
                    cancellation
                )
                .DoneAsync();
        }

        if (stages > 0)
        {
            await ProtectAsync(work, days[0], cancellation);
            await AccompanyAsync(work, words["three"], cancellation);
        }

        if (stages > 2)
        {
            await RepairAsync(work, isRuled ? days[^1] : null, days[0], cancellation);
        }
    }

    private async Task ProtectAsync(DemoWork work, DateOnly asked, CancellationToken cancellation)
    {
        var dice = work.Dice;
        var isGranted = dice.Chance(70);
        var (kind, text) = dice.Pick([
            ("no-approach", "one"),
            ("guard", "two"),
            ("identity-reserved", "three"),
        ]);
        var facts = new MeasureFacts(
            kind,
            isGranted ? ProtectionMeasure.Granted : ProtectionMeasure.Asked,
            dice.Pick(["state-special", "control-judge"]),
            asked,
            isGranted ? asked : null,
            // Some run out these days, some ran out.
            isGranted && dice.Chance(60)
                ? After(work, asked, dice.Between(-3, 80))
                : null,
            dice.Pick(DemoCasework.Words["measure"])[text]
        );
        await recordMeasure.RunAsync(work.Actor, Of(work, facts), cancellation).DoneAsync();
    }

    private async Task AccompanyAsync(DemoWork work, string place, CancellationToken cancellation)
    {
        var dice = work.Dice;
        foreach (var day in work.DaysAgo(dice.Between(0, 2)))
        {
            await HearAsync(
                work,
                day,
                place,
                dice.Chance(80) ? Hearing.Attended : Hearing.NotAttended,
                cancellation
            );
        }

        if (dice.Chance(60))
        {
            await HearAsync(
                work,
                work.Today.AddDays(dice.Between(1, 40)),
                place,
                Hearing.Planned,
                cancellation
            );
        }
    }

    private Task<Guid> HearAsync(
        DemoWork work,
        DateOnly day,
        string place,
        string state,
        CancellationToken cancellation
    )
    {
        var dice = work.Dice;
        var facts = new HearingFacts(
            dice.Pick(["statement", "initial", "anticipated", "trial"]),
            day,
            new TimeOnly(dice.Between(9, 15), dice.Chance(50) ? 0 : 30),
            state,
            dice.Chance(70) ? ["gesell", "companion"] : ["separate-room", "identity-secret"],
            dice.Chance(75) ? work.Actor.UserId : null,
            new HearingWords { Place = place }
        );
        return recordHearing.RunAsync(work.Actor, Of(work, facts), cancellation).DoneAsync();
    }

    private async Task RepairAsync(
        DemoWork work,
        DateOnly? orderedOn,
        DateOnly askedOn,
        CancellationToken cancellation
    )
    {
        var amount = work.Dice.Between(4, 40) * 5000;
        foreach (
            var facts in new[]
            {
                new ReparationFacts(
                    "compensation",
                    orderedOn is null ? Reparation.Asked : Reparation.Partly,
                    askedOn,
                    orderedOn,
                    orderedOn is null
                        ? null
                        : After(work, orderedOn.Value, work.Dice.Between(-5, 90)),
                    amount,
                    orderedOn is null ? null : amount * 4 / 5,
                    orderedOn is null ? null : amount / 4,
                    "mxn"
                ),
                new ReparationFacts("rehabilitation", Reparation.Asked, askedOn),
            }
        )
        {
            await recordReparation.RunAsync(work.Actor, Of(work, facts), cancellation).DoneAsync();
        }
    }

    /// <summary>So many days from today, never before what it follows.</summary>
    private static DateOnly After(DemoWork work, DateOnly earliest, int days)
    {
        var day = work.Today.AddDays(days);
        return day < earliest ? earliest : day;
    }

    private static LegalRowInput<TFacts> Of<TFacts>(DemoWork work, TFacts facts) =>
        new(work.File.Id, null, 0, facts);
}
