// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Demo;
using Faro.Programme.Indicators.Statistics;
using Faro.Programme.People;
using Faro.Programme.Storage;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Sources;
using Faro.Programme.Studies.Steps;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Demo;

public sealed class DemoProgrammeTests
{
    [Theory]
    [EveryDatabase]
    public async Task The_story_counts_178_people_most_of_them_from_Guatemala(DatabaseKind kind)
    {
        await using var stage = await DemoStage.SetAsync(kind);

        var card = await stage.OpenAsync();

        Assert.Equal(178, card.People);
        var statistics = await stage.Programme.ReadAsync(db =>
            ProgrammeStatistics.ReadAsync(db, Actor.System, CancellationToken.None)
        );
        Assert.Equal(178, statistics.Total);
        var fromGuatemala = statistics
            .Groups.Where(group => group.Citizenship == "gt")
            .Sum(group => group.Count);
        Assert.InRange(fromGuatemala, 90, 178);
        var edition = await stage.Programme.ReadAsync(db => db.Publications.SingleAsync());
        Assert.Equal((1, 178), (edition.Edition, edition.People));
        Assert.True((await stage.Programme.ReadAsync(db => db.Profiles.SingleAsync())).Demo);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_living_study_has_run_every_step_over_lists_of_four_agencies(
        DatabaseKind kind
    )
    {
        await using var stage = await DemoStage.SetAsync(kind);

        await stage.OpenAsync();

        var study = await stage.Programme.ReadAsync(db =>
            db.Studies.Include(each => each.Sources)
                .Include(each => each.Steps)
                .Include(each => each.Figures)
                .AsSplitQuery()
                .SingleAsync(each => each.ClosedAt == null)
        );
        Assert.All(study.Steps, step => Assert.Equal(StepStates.Done, step.State));
        Assert.Equal(
            4,
            study
                .Sources.Where(source => source.Kind == SourceKinds.PersonList)
                .Select(source => source.AgencyId)
                .Distinct()
                .Count()
        );
        var people = Figure<SamePersonFigure>(study);
        Assert.True(people.People < people.Records);
        Assert.True(Figure<ListsFigure>(study).Patterns.Count > 8);
        Assert.True(Figure<EstimateFigure>(study).Chosen?.Estimate > people.People);
        Assert.Contains(study.Figures, figure => figure.Read() is ProfileFigure);
        Assert.Contains(study.Figures, figure => figure.Read() is SeriesFigure);
    }

    [Fact]
    public void The_same_seed_writes_the_same_lists_and_another_seed_others()
    {
        static byte[] Write(ulong seed) =>
            new DemoList(seed, DemoSize.Usual).Write(DemoFiles.Rows("lists")[0], 1);

        Assert.Equal(Write(1), Write(1));
        Assert.NotEqual(Write(1), Write(2));
    }

    [Fact]
    public async Task Every_role_has_an_account_with_a_living_token()
    {
        await using var stage = await DemoStage.SetAsync(DatabaseKind.Sqlite);

        var card = await stage.OpenAsync(people: 3);

        Assert.Equal(
            Role.All.Select(role => role.Code).Order(StringComparer.Ordinal),
            card.Accounts.Select(account => account.Role).Order(StringComparer.Ordinal)
        );
        foreach (var account in card.Accounts)
        {
            var hash = ApiToken.HashOf(new Secret(account.Token));
            var owner = await stage.Programme.ReadAsync(db =>
                db.ApiTokens.Where(token => token.Hash == hash)
                    .Join(
                        db.Users,
                        token => token.UserId,
                        user => user.Id,
                        (_, user) => user.UserName
                    )
                    .SingleAsync()
            );
            Assert.Equal(account.User, owner);
        }
    }

    [Fact]
    public async Task No_invented_name_lies_in_clear_in_the_database_or_the_log()
    {
        await using var stage = await DemoStage.SetAsync(DatabaseKind.Sqlite);
        await stage.OpenAsync();

        var stored = string.Join(
            '\n',
            Directory
                .EnumerateFiles(stage.Folder, "faro.db*")
                .Select(file => Encoding.UTF8.GetString(ReadShared(file)))
        );
        Assert.Contains("PVR-2005-0001", stored, StringComparison.Ordinal);
        foreach (var name in new NamePool().All)
        {
            Assert.DoesNotContain(name, stored, StringComparison.Ordinal);
            Assert.DoesNotContain(name, stage.Log.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Thousands_enter_in_one_act_and_can_be_found(DatabaseKind kind)
    {
        await using var stage = await DemoStage.SetAsync(kind);

        await stage.OpenAsync(people: 300);

        var person = DemoPerson.Make(new NamePool(), "", DemoProgramme.UsualSeed, 120, 300);
        var found = await stage.Programme.DoneAsync(
            stage.Programme.Get<SearchPeople>(),
            Actor.System,
            new PersonQuery
            {
                Names = $"{person.Identity.Surname1} {person.Identity.GivenNames}",
                BirthYear = person.Identity.Birth?.Year,
            }
        );
        Assert.Contains(
            found.People,
            hit => hit.RegisteredOn == person.RegisteredOn && hit.Sex == person.Facts.Sex
        );
        var rows = await stage.Programme.ReadAsync(db =>
            db.People.OrderBy(each => each.Id).ToListAsync()
        );
        Assert.Equal(300, rows.Select(row => row.Number).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(person.Facts.ExploitationForms, rows[120].ExploitationForms);
        Assert.Equal(
            1,
            await stage.Programme.ReadAsync(db =>
                db.AuditEntries.CountAsync(entry => entry.Act == "register-invented-people")
            )
        );
    }

    [Fact]
    public async Task A_demonstration_stays_until_another_is_asked_for()
    {
        await using var stage = await DemoStage.SetAsync(DatabaseKind.Sqlite);
        var first = await stage.OpenAsync(people: 3);

        var kept = await stage.OpenAsync();

        Assert.Equal(first.Accounts, kept.Accounts);
        Assert.Equal(3, kept.People);
    }

    [Fact]
    public async Task A_folder_with_other_things_is_left_alone()
    {
        await using var stage = await DemoStage.SetAsync(DatabaseKind.Sqlite);
        var file = Path.Combine(stage.Folder, "faro.db");
        await File.WriteAllTextAsync(file, "real", TestContext.Current.CancellationToken);

        var refused = Assert.Throws<StartRefusedException>(() => DemoFolder.Take(stage.Folder));

        Assert.Equal(DemoRefusals.NotADemo, refused.Code);
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(stage.Folder));
    }

    [Fact]
    public async Task A_making_that_was_cut_short_is_made_anew()
    {
        await using var stage = await DemoStage.SetAsync(DatabaseKind.Sqlite);
        using (var folder = DemoFolder.Take(stage.Folder))
        {
            folder.Begin();
        }

        using var again = DemoFolder.Take(stage.Folder);
        Assert.Null(again.Card);
    }

    [Fact]
    public async Task Two_demonstrations_do_not_share_a_folder()
    {
        await using var stage = await DemoStage.SetAsync(DatabaseKind.Sqlite);
        using var first = DemoFolder.Take(stage.Folder);
        first.Begin();

        var refused = Assert.Throws<StartRefusedException>(() => DemoFolder.Take(stage.Folder));

        Assert.Equal(DemoRefusals.InUse, refused.Code);
    }

    [Fact]
    public async Task A_real_programme_takes_no_invented_people()
    {
        await using var programme = await TestProgramme.StartAsync(DatabaseKind.Sqlite);

        var outcome = await programme.RunAsync(
            programme.Get<RegisterInventedPeople>(),
            Actor.System,
            new InventedPeople([])
        );

        Assert.Equal(DemoRefusals.OnlyInDemo, Assert.Single(outcome.Refusals).Code);
    }

    private static T Figure<T>(Study study)
        where T : FigureData => study.Figures.Select(figure => figure.Read()).OfType<T>().Single();

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite
        );
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
