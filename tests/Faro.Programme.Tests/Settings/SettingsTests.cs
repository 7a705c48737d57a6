// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Settings;
using Faro.Programme.Tests.Access;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [EveryDatabase]
    public async Task The_first_run_happens_once(DatabaseKind kind)
    {
        var (programme, _) = await FirstDay.BeginAsync(kind);
        await using var __ = programme;

        var again = await programme.RunAsync(
            programme.Get<FirstRun>(),
            Actor.System,
            FirstDay.FirstRun with
            {
                UserName = "eva",
            }
        );

        Assert.Equal(SettingsRefusals.AlreadyBegun, Assert.Single(again.Refusals).Code);
        Assert.Equal(1, await programme.ReadAsync(db => db.Profiles.CountAsync()));
        Assert.Equal(1, await programme.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Two_first_runs_at_once_make_one_programme()
    {
        await using var programme = await TestProgramme.StartAsync(DatabaseKind.Sqlite);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(at =>
                    programme.RunAsync(
                        programme.Get<FirstRun>(),
                        Actor.System,
                        FirstDay.FirstRun with
                        {
                            UserName = $"ada{at}",
                        }
                    )
                )
        );

        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.Equal(1, await programme.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Every_empty_answer_of_the_first_run_is_named()
    {
        await using var programme = await TestProgramme.StartAsync(DatabaseKind.Sqlite);

        var outcome = await programme.RunAsync(
            programme.Get<FirstRun>(),
            Actor.System,
            new FirstRunInput(
                new ProfileAnswers("", "", "", "", ""),
                "",
                "",
                "",
                "",
                "",
                "",
                default,
                ""
            )
        );

        string[] fields =
        [
            "AgencyKind",
            "AgencyName",
            "AgencySector",
            "AgencyShortName",
            "Country",
            "DisplayName",
            "Language",
            "Name",
            "NumberPrefix",
            "Password",
            "Territory",
            "TerritoryName",
            "UserName",
        ];
        Assert.Equal(
            fields,
            outcome.Refusals.Select(refusal => refusal.Field).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Over_the_network_the_first_run_asks_for_the_code(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var file = programme.Database.Options.SetupCodeFile;

        Assert.Equal(SettingsRefusals.SetupCodeWrong, await RefusedAsync(programme, default));
        var code = await IssueAsync(programme);
        Assert.Equal(code.Reveal() + "\n", await File.ReadAllTextAsync(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(file)
            );
        }

        Assert.Equal(SettingsRefusals.SetupCodeWrong, await RefusedAsync(programme, default));
        Assert.Equal(
            SettingsRefusals.SetupCodeWrong,
            await RefusedAsync(programme, new Secret(code.Reveal()[..^1]))
        );
        Assert.Equal(0, await programme.ReadAsync(db => db.Users.CountAsync()));
        var typed = new Secret(" " + code.Reveal().ToUpperInvariant().Replace('-', ' '));
        await programme.DoneAsync(programme.Get<FirstRun>(), Actor.Public, With(typed));

        Assert.False(File.Exists(file));
        Assert.Equal(SettingsRefusals.AlreadyBegun, await RefusedAsync(programme, code));
        Assert.Null(
            await programme.Get<SetupCode>().IssueAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Only_the_code_of_the_last_start_opens_the_first_run()
    {
        await using var programme = await TestProgramme.StartAsync(DatabaseKind.Sqlite);
        var old = await IssueAsync(programme);
        await IssueAsync(programme);

        Assert.Equal(SettingsRefusals.SetupCodeWrong, await RefusedAsync(programme, old));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task The_minimum_cell_is_never_below_ten(int minimum, bool done)
    {
        var (programme, begun) = await FirstDay.BeginAsync(DatabaseKind.Sqlite);
        await using var _ = programme;

        var outcome = await programme.RunAsync(
            programme.Get<ChangeSettings>(),
            await programme.ActorOfAsync(begun.UserId),
            new ChangeSettingsInput(1, FirstDay.FirstRun.Programme, true, minimum)
        );

        Assert.Equal(done, outcome.Done);
    }

    [Theory]
    [EveryDatabase]
    public async Task Settings_saved_over_newer_ones_are_refused(DatabaseKind kind)
    {
        var (programme, begun) = await FirstDay.BeginAsync(kind);
        await using var _ = programme;
        var ada = await programme.ActorOfAsync(begun.UserId);
        var change = new ChangeSettingsInput(
            1,
            FirstDay.FirstRun.Programme with
            {
                Name = "Uno",
            },
            false,
            20
        );
        await programme.DoneAsync(programme.Get<ChangeSettings>(), ada, change);

        var outcome = await programme.RunAsync(programme.Get<ChangeSettings>(), ada, change);

        Assert.Equal(SettingsRefusals.ChangedMeanwhile, Assert.Single(outcome.Refusals).Code);
        var profile = await programme.ReadAsync(db => db.Profiles.SingleAsync());
        Assert.Equal(
            ("Uno", false, 20, 2),
            (profile.Name, profile.NeutralTitles, profile.MinimumCell, profile.Version)
        );
    }

    private static async Task<Secret> IssueAsync(TestProgramme programme) =>
        (await programme.Get<SetupCode>().IssueAsync(TestContext.Current.CancellationToken))!.Value;

    private static FirstRunInput With(Secret code) => FirstDay.FirstRun with { SetupCode = code };

    private static async Task<string> RefusedAsync(TestProgramme programme, Secret code)
    {
        var outcome = await programme.RunAsync(programme.Get<FirstRun>(), Actor.Public, With(code));
        return Assert.Single(outcome.Refusals).Code;
    }
}
