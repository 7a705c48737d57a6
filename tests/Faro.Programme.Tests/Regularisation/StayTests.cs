// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Justice;
using Faro.Programme.People;
using Faro.Programme.Regularisation;
using Faro.Programme.Settings;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Tests.Casework;
using Faro.Programme.Tests.Justice;
using Faro.Programme.Tests.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Regularisation;

public sealed class StayTests
{
    [Theory]
    [EveryDatabase]
    public async Task An_application_runs_by_the_terms_of_the_law(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();
        var stay = await BeginAsync(programme, id, Stay.OfVictim);
        Assert.Null(await NextAsync(programme, id));

        await MoveAsync(programme, stay, StayStates.Applied);
        Assert.Equal(today.AddDays(30), await NextAsync(programme, id));
        await MoveAsync(programme, stay, StayStates.Remedy);
        Assert.Equal(WorkingDays.After(today, 10), await NextAsync(programme, id));
        await MoveAsync(programme, stay, StayStates.Applied);
        await MoveAsync(programme, stay, StayStates.Refused);
        Assert.Equal(WorkingDays.After(today, 15), await NextAsync(programme, id));
        await MoveAsync(programme, stay, StayStates.Appealed);
        Assert.Null(await NextAsync(programme, id));
        Assert.Equal(
            [RegularisationRefusals.UntilMissing],
            await TryAsync(programme, stay, StayStates.Granted)
        );
        var until = today.AddDays(365);
        Assert.Empty(await TryAsync(programme, stay, StayStates.Granted, until));
        var granted = Assert.Single((await programme.MigrationAsync(id)).Stays);
        Assert.Equal(
            (StayStates.Granted, until, MigrationClock.Renewal, until),
            (granted.State, granted.ValidUntil, granted.Clock, granted.DueOn)
        );
        var stored = await programme.ReadAsync(db => db.Stays.SingleAsync());
        Assert.Equal(until.AddDays(-30), stored.RemindOn);
        Assert.DoesNotContain(
            "FOLIO-XIOMARABEL",
            Encoding.UTF8.GetString(stored.Box!),
            StringComparison.Ordinal
        );

        programme.Clock.Advance(TimeSpan.FromDays(366));
        await MoveAsync(programme, stay, StayStates.Expired);
        Assert.Equal(until, await NextAsync(programme, id));
        await MoveAsync(programme, stay, StayStates.Renewal);
        Assert.Equal(WorkingDays.After(programme.Today(), 20), await NextAsync(programme, id));
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R10")]
    public async Task A_stay_is_not_ended_while_the_process_lasts_unless_she_wishes(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.ReportAsync(id);
        var until = programme.Today().AddDays(200);
        var first = await GrantAsync(programme, id, until);
        var second = await GrantAsync(programme, id, until);

        foreach (var reason in new[] { "process-ended", "other" })
        {
            Assert.Equal(
                [RegularisationRefusals.ProcessRunning],
                await TryAsync(programme, first, StayStates.Ended, reason: reason)
            );
        }

        // Her stay stays due for renewal although it ran out: the process still lasts.
        Assert.True((await programme.MigrationAsync(id)).ProcessRuns);
        Assert.Empty(await TryAsync(programme, first, StayStates.Ended, reason: "own-wish"));

        var today = programme.Today();
        await programme.MoveJusticeAsync(id, JusticeStates.Archived, today);
        Assert.Equal(
            [RegularisationRefusals.ProcessRunning],
            await TryAsync(programme, second, StayStates.Ended, reason: "process-ended")
        );
        await programme.MoveJusticeAsync(id, JusticeStates.Ended, today);
        Assert.Empty(await TryAsync(programme, second, StayStates.Ended, reason: "process-ended"));
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R11")]
    public async Task Visas_of_relatives_are_for_the_first_degree_up_and_down(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var mother = await RelativeAsync(programme, id, "parent");
        var daughter = await RelativeAsync(programme, id, "child");
        var sister = await RelativeAsync(programme, id, "sibling");
        var grandmother = await RelativeAsync(programme, id, "grandparent");

        var read = await programme.MigrationAsync(id);
        Assert.Equal(
            new[] { (mother, "parent"), (daughter, "child") }.Order(),
            read.WithoutVisa.Select(each => (each.PersonId, each.Kind)).Order()
        );
        foreach (var other in new[] { sister, grandmother, Guid.CreateVersion7() })
        {
            Assert.Equal(
                [(RegularisationRefusals.NotFirstDegree, "RelativeId")],
                await programme.RefusedAsync(
                    programme.Get<RecordStay>(),
                    id,
                    new StayFacts(Stay.OfRelative, "consulate", other)
                )
            );
        }

        Assert.Equal(
            [(RegularisationRefusals.RelativeMissing, "RelativeId")],
            await programme.RefusedAsync(
                programme.Get<RecordStay>(),
                id,
                new StayFacts(Stay.OfRelative, "consulate")
            )
        );
        foreach (var near in new[] { mother, daughter })
        {
            await programme.RecordAsync(
                programme.Get<RecordStay>(),
                id,
                new StayFacts(Stay.OfRelative, "consulate", near)
            );
        }

        Assert.Empty((await programme.MigrationAsync(id)).WithoutVisa);
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R11")]
    public async Task A_relation_written_from_the_relatives_side_counts_as_well(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        // She is the mother's child: the tie is kept with the mother.
        var mother = await RelativeAsync(programme, id, "child", fromTheOtherSide: true);

        var near = Assert.Single((await programme.MigrationAsync(id)).Relatives);

        Assert.Equal((mother, "parent"), (near.PersonId, near.Kind));
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_is_held_in_a_station_is_due_for_release_within_a_day(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();
        var facts = new MigrationFacts("irregular", HeldOn: today);
        await programme.RecordAsync(programme.Get<WriteMigration>(), id, facts);
        Assert.Equal(today.AddDays(1), await NextAsync(programme, id));

        await programme.RecordAsync(
            programme.Get<WriteMigration>(),
            id,
            facts with
            {
                ReleasedOn = today,
                Wish = "stay-process",
            },
            version: 1
        );

        Assert.Null(await NextAsync(programme, id));
        Assert.Equal("stay-process", (await programme.MigrationAsync(id)).Facts!.Wish);
    }

    [Fact]
    public async Task Only_the_legal_part_reads_it_and_a_running_term_keeps_its_kind()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        var stay = await BeginAsync(programme, id, Stay.OfVictim);
        await MoveAsync(programme, stay, StayStates.Applied);

        var read = await programme.RunAsync(programme.Get<ReadMigration>(), programme.Worker(), id);
        Assert.Equal(CaseRefusals.NotFound, Assert.Single(read.Refusals).Code);
        var moved = await programme.RunAsync(
            programme.Get<MoveStay>(),
            programme.Worker(),
            new MoveStayInput(stay, 2, StayStates.Refused)
        );
        Assert.Equal(CaseworkRefusals.NotFound, Assert.Single(moved.Refusals).Code);
        var other = await programme.RunAsync(
            programme.Get<RecordStay>(),
            programme.Lawyer(),
            new LegalRowInput<StayFacts>(id, stay, 2, new StayFacts("other", "inm-state"))
        );
        Assert.Equal(RegularisationRefusals.KindIsFixed, Assert.Single(other.Refusals).Code);
    }

    [Fact]
    public void Every_term_has_its_words_and_the_law_its_article()
    {
        Assert.All(
            MigrationClock.All,
            clock =>
            {
                Assert.NotEmpty(clock.Words.Es);
                Assert.NotEmpty(clock.Words.En);
                Assert.True(clock.Article.Length > 0 || clock.Code == MigrationClock.Renewal);
            }
        );
        // Days before any known text take the oldest.
        Assert.Equal(
            new DateOnly(1990, 1, 31),
            MigrationClock.Ends(MigrationClock.DecisionOfVictim, new DateOnly(1990, 1, 1))
        );
    }

    private static Task<Guid> BeginAsync(TestProgramme programme, Guid id, string kind) =>
        programme.RecordAsync(
            programme.Get<RecordStay>(),
            id,
            new StayFacts(kind, "inm-state", Words: new StayWords { Folio = "FOLIO-XIOMARABEL" })
        );

    private static async Task<Guid> GrantAsync(TestProgramme programme, Guid id, DateOnly until)
    {
        var stay = await BeginAsync(programme, id, Stay.OfVictim);
        await MoveAsync(programme, stay, StayStates.Applied);
        Assert.Empty(await TryAsync(programme, stay, StayStates.Granted, until));
        return stay;
    }

    private static async Task MoveAsync(TestProgramme programme, Guid stay, string to) =>
        Assert.Empty(await TryAsync(programme, stay, to));

    private static async Task<IReadOnlyList<string>> TryAsync(
        TestProgramme programme,
        Guid stay,
        string to,
        DateOnly? until = null,
        string reason = ""
    )
    {
        var version = await programme.ReadAsync(db =>
            db.Stays.Where(row => row.Id == stay).Select(row => row.Version).SingleAsync()
        );
        var outcome = await programme.RunAsync(
            programme.Get<MoveStay>(),
            programme.Lawyer(),
            new MoveStayInput(stay, version, to, null, until, reason)
        );
        return [.. outcome.Refusals.Select(refusal => refusal.Code)];
    }

    private static async Task<Guid> RelativeAsync(
        TestProgramme programme,
        Guid id,
        string kind,
        bool fromTheOtherSide = false
    )
    {
        var file = await programme.CaseAsync(id);
        var relative = await programme.DoneAsync(
            programme.Get<RegisterPerson>(),
            programme.Worker(),
            new RegisterPersonInput(PeopleSteps.Facts, null)
        );
        var numbers = await programme.ReadAsync(db =>
            db.People.ToDictionaryAsync(person => person.Id, person => person.Number)
        );
        var (from, to) = fromTheOtherSide ? (relative, file.PersonId) : (file.PersonId, relative);
        await programme.DoneAsync(
            programme.Get<RegisterRelation>(),
            programme.Worker(),
            new RegisterRelationInput(from, numbers[to], kind)
        );
        return relative;
    }

    private static async Task<DateOnly?> NextAsync(TestProgramme programme, Guid id) =>
        (await programme.CaseAsync(id)).NextDueOn;
}
