// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Identification;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>
/// Facts and determinations of the cases that the handed-out caseworker carries: what each of them told, the way she was
/// taken, who took part, and what was decided. The same seed gives the same.
/// </summary>
public sealed class DemoIdentification(
    DatabaseEngine engine,
    TimeProvider clock,
    RecordFacts recordFacts,
    RecordEvent recordEvent,
    RecordPerpetrator recordPerpetrator,
    Determine determine
)
{
    /// <summary>Enough to look at; a demonstration of a million cases starts no slower for it.</summary>
    private const int Most = 24;

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Told = DemoFiles
        .Rows("facts")
        .ToDictionary(row => row["form"], StringComparer.Ordinal);

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Decided =
        DemoFiles.Rows("decisions").ToDictionary(row => row["outcome"], StringComparer.Ordinal);

    internal async Task MakeAsync(DemoNetwork network, ulong seed, CancellationToken cancellation)
    {
        var worker = await network.ActorAsync(Role.Caseworker.Code, cancellation);
        foreach (var story in await StoriesAsync(worker, cancellation))
        {
            var dice = Dice.Of(seed, story.Number, "facts");
            if (story.Form is null || !Told.TryGetValue(story.Form, out var told))
            {
                continue;
            }

            await TellAsync(worker, story, told, dice, cancellation);
            await DecideAsync(worker, story, dice, cancellation);
        }
    }

    /// <summary>As in <c>control-means:physical-abuse=no</c>.</summary>
    internal static FactAnswer Fact(string text)
    {
        var parts = text.Split(':', '=');
        return new FactAnswer(parts[0], parts[1], parts.Length > 2 ? parts[2] : FactAnswers.Yes);
    }

    private async Task<List<Story>> StoriesAsync(Actor worker, CancellationToken cancellation)
    {
        await using var db = engine.OpenReader();
        var found = await (
            from file in db.Cases
            join person in db.People on file.PersonId equals person.Id
            where file.OwnerId == worker.UserId && file.ClosedOn == null
            where file.State != CaseStates.Lead && person.ErasedAt == null
            orderby file.Id descending
            select new
            {
                file.Id,
                file.Number,
                file.State,
                file.StateSince,
                file.OpenedOn,
                person.ExploitationForms,
                person.Citizenship,
            }
        )
            .Take(Most)
            .ToListAsync(cancellation);
        return found.ConvertAll(each => new Story(
            each.Id,
            each.Number,
            each.State,
            DateOnly.FromDateTime(each.StateSince.LocalDateTime),
            each.OpenedOn,
            each.ExploitationForms.FirstOrDefault(),
            each.Citizenship
        ));
    }

    private async Task TellAsync(
        Actor worker,
        Story story,
        IReadOnlyDictionary<string, string> told,
        Dice dice,
        CancellationToken cancellation
    )
    {
        var heard = new Evidence(
            FactSources.Statement,
            story.OpenedOn,
            dice.Chance(80) ? FactCertainties.Certain : FactCertainties.Likely,
            told["words"]
        );
        var answers = told["facts"]
            .Split(' ')
            .Prepend($"{FactKinds.Forms}:{story.Form}")
            // Nobody tells everything.
            .Where((_, index) => index < 2 || dice.Chance(85))
            .Select(Fact)
            .ToList();
        await recordFacts
            .RunAsync(
                worker,
                new RecordFactsInput(story.CaseId, answers, heard, Adds: true),
                cancellation
            )
            .DoneAsync();
        foreach (var facts in Places(story, dice))
        {
            await recordEvent
                .RunAsync(
                    worker,
                    new RecordEventInput(story.CaseId, null, 0, facts, heard with { Words = "" }),
                    cancellation
                )
                .DoneAsync();
        }

        if (dice.Chance(60))
        {
            await NameAsync(worker, story, heard with { Words = "" }, dice, cancellation);
        }
    }

    /// <summary>Somebody who took part, by role and without a name.</summary>
    private Task<Guid> NameAsync(
        Actor worker,
        Story story,
        Evidence heard,
        Dice dice,
        CancellationToken cancellation
    ) =>
        recordPerpetrator
            .RunAsync(
                worker,
                new RecordPerpetratorInput(
                    story.CaseId,
                    null,
                    0,
                    new PerpetratorFacts
                    {
                        Kind = "natural",
                        Roles = ["recruiter-or-intermediary"],
                        Sex = dice.Chance(60) ? "male" : "female",
                        Citizenship = dice.Chance(70) ? "mx" : story.Citizenship,
                        Relation = "other-acquaintance",
                        Stage = "not-reported",
                    },
                    heard
                ),
                cancellation
            )
            .DoneAsync();

    /// <summary>From where she was met, over the border, to the coast.</summary>
    private static IEnumerable<EventFacts> Places(Story story, Dice dice)
    {
        var end = story.OpenedOn.AddDays(-dice.Between(5, 40));
        var start = end.AddDays(-dice.Between(60, 500));
        var isForeign = story.Citizenship is not ("mx" or "");
        yield return new EventFacts
        {
            Type = EventFacts.Recruitment,
            From = Month(start),
            Country = story.Citizenship.Length > 0 ? story.Citizenship : "mx",
        };
        if (isForeign)
        {
            yield return new EventFacts
            {
                Type = EventFacts.Transit,
                From = Month(start),
                Country = "mx",
                State = "07",
                Transport = dice.Chance(60) ? "bus" : "private-car",
                Crossing = dice.Chance(70) ? "irregular" : "official-own-documents",
            };
        }

        yield return new EventFacts
        {
            Type = EventFacts.Exploitation,
            From = Month(start.AddDays(20)),
            Until = Day(end),
            Country = "mx",
            State = dice.Chance(80) ? "14" : "18",
            // The bay itself: nobody's house.
            Latitude = 20.65m,
            Longitude = -105.4m,
        };
    }

    private async Task DecideAsync(
        Actor worker,
        Story story,
        Dice dice,
        CancellationToken cancellation
    )
    {
        var outcome = story.State switch
        {
            CaseStates.Screening => null,
            CaseStates.PossibleVictim => dice.Chance(50) ? DeterminationOutcomes.Possible : null,
            CaseStates.Reflection => DeterminationOutcomes.ReasonableGrounds,
            CaseStates.NotVictim => DeterminationOutcomes.NotIdentified,
            _ => DeterminationOutcomes.Identified,
        };
        if (outcome is null)
        {
            return;
        }

        var row = Decided[outcome];
        var today = clock.Today();
        await determine
            .RunAsync(
                worker,
                new DetermineInput(
                    story.CaseId,
                    outcome,
                    row["body"],
                    row["decider"],
                    row["reasons"],
                    story.Since < story.OpenedOn ? story.OpenedOn : story.Since,
                    outcome is DeterminationOutcomes.Possible or DeterminationOutcomes.NotIdentified
                        ? today.AddDays(dice.Between(3, 60))
                        : null
                ),
                cancellation
            )
            .DoneAsync();
    }

    private static string Month(DateOnly day) => Day(day)[..7];

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Story(
        Guid CaseId,
        string Number,
        string State,
        DateOnly Since,
        DateOnly OpenedOn,
        string? Form,
        string Citizenship
    );
}
