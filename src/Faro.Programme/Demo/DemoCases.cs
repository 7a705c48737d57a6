// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>
/// A case for every invented person, spread along the path: carried by the accounts of her agency, some leads by nobody
/// yet. The same seed gives the same, whatever the order in which people come.
/// </summary>
public sealed class DemoCases(DatabaseEngine engine, TimeProvider clock, OpenInventedCases openMany)
{
    private const int Batch = 2000;

    /// <param name="seed">The demonstration's.</param>
    /// <param name="count">
    /// People in all. The usual number is told by <see cref="DemoCasework"/> and others with the operations of everyday;
    /// any other has its work made up here.
    /// </param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="cancellation">Stops between batches.</param>
    internal async Task MakeAsync(
        ulong seed,
        int count,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var today = clock.Today();
        var ofSize = count != DemoSize.Usual;
        var workers = await WorkersAsync(cancellation);
        var (work, words) = ofSize
            ? (new InventedWork(seed, today), new InventedWords(seed, clock))
            : ((InventedWork?)null, (InventedWords?)null);
        await using var batches = new DemoBatches(count, progress);
        var last = Guid.Empty;
        while (true)
        {
            var people = await PeopleAfterAsync(last, cancellation);
            if (people.Count == 0)
            {
                return;
            }

            var cases = people.ConvertAll(person =>
                Make(
                    person,
                    seed,
                    today,
                    workers.GetValueOrDefault(person.AgencyId, []),
                    // The one whose account is handed out has a full week's work.
                    firstHas: ofSize ? 0 : 45
                )
            );
            await batches.AddAsync(
                cases.Count,
                () =>
                    openMany
                        .RunAsync(
                            Actor.System,
                            new InventedCases(cases) { Work = work, Words = words },
                            cancellation
                        )
                        .DoneAsync()
            );
            last = people[^1].Id;
        }
    }

    /// <summary>Who of each agency carries cases; those who lead it do not.</summary>
    private async Task<Dictionary<Guid, List<Guid>>> WorkersAsync(CancellationToken cancellation)
    {
        await using var db = engine.OpenReader();
        var users = await db
            .Users.Where(user => user.AgencyId != null)
            .OrderBy(user => user.NormalizedUserName)
            .Select(user => new
            {
                user.Id,
                user.AgencyId,
                user.RoleCodes,
            })
            .ToListAsync(cancellation);
        return users
            .Where(user => user.RoleCodes.Contains(Role.Caseworker.Code, StringComparer.Ordinal))
            .GroupBy(user => user.AgencyId!.Value, user => user.Id)
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    private async Task<List<DemoCasePerson>> PeopleAfterAsync(
        Guid last,
        CancellationToken cancellation
    )
    {
        await using var db = engine.OpenReader();
        return await db
            .People.Where(person => person.Id > last)
            .OrderBy(person => person.Id)
            .Take(Batch)
            .Select(person => new DemoCasePerson(
                person.Id,
                person.Number,
                person.AgencyId,
                person.RegisteredOn,
                person.Status
            )
            {
                AgeBand = person.AgeBand,
                AgeInDoubt = person.AgeInDoubt,
                Form = person.ExploitationForms.FirstOrDefault(),
            })
            .ToListAsync(cancellation);
    }

    private static InventedCase Make(
        DemoCasePerson person,
        ulong seed,
        DateOnly today,
        List<Guid> workers,
        int firstHas
    )
    {
        var made = DemoCase.Make(seed, person, workers.Count > 0, today);
        var dice = Dice.Of(seed, person.Number, "team");
        // By the day of opening, so that a list of the newest first tells the story in order.
        var id = Guid.CreateVersion7(Moment(made.OpenedOn, 0).AddMilliseconds(dice.Below(1000)));
        var owner =
            workers.Count == 0 || (made.State == CaseStates.Lead && dice.Chance(50)) ? (Guid?)null
            : dice.Chance(firstHas) ? workers[0]
            : dice.Pick(workers);
        var steps = Steps(made, id, owner);
        var isClosed = CaseStates.IsClosed(made.State);
        var file = new Case
        {
            Id = id,
            PersonId = person.Id,
            Number = person.Number,
            AgencyId = person.AgencyId,
            OwnerId = owner,
            State = made.State,
            StateSince = steps[^1].At,
            Origin = made.Origin,
            Risk = made.Risk,
            Restricted = made.Restricted,
            OpenedOn = made.OpenedOn,
            ClosedOn = isClosed ? made.Days[^1] : null,
            ClosureReason = made.ClosureReason,
            CreatedAt = steps[0].At,
            Version = steps.Count,
        };
        if (!isClosed && owner is not null && workers.Count > 1 && dice.Chance(35))
        {
            var colleague = dice.Pick(workers);
            if (colleague != owner)
            {
                file.Members.Add(
                    new CaseMember
                    {
                        CaseId = id,
                        UserId = colleague,
                        Since = steps[^1].At,
                    }
                );
            }
        }

        return new InventedCase(person, file, steps);
    }

    private static List<CaseStep> Steps(DemoCase made, Guid caseId, Guid? owner) =>
        [
            .. made.States.Select(
                (state, i) =>
                    new CaseStep
                    {
                        Id = Guid.CreateVersion7(Moment(made.Days[i], i)),
                        CaseId = caseId,
                        From = i == 0 ? "" : made.States[i - 1],
                        To = state,
                        Version = i + 1,
                        UserId = i == 0 ? null : owner,
                        At = Moment(made.Days[i], i),
                    }
            ),
        ];

    /// <summary>Steps of one day follow each other by the hour, before anybody is at work.</summary>
    private static DateTimeOffset Moment(DateOnly day, int step) =>
        new(day.ToDateTime(new TimeOnly(step, 0)), TimeSpan.Zero);
}
