// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Access.Users;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Access;

public sealed class UsersTests
{
    [Theory]
    [EveryDatabase]
    public async Task The_last_administrator_stays_one(DatabaseKind kind)
    {
        var (programme, begun) = await FirstDay.BeginAsync(kind);
        await using var _ = programme;
        var ada = await programme.UserAsync(begun.UserId);

        var closing = await programme.RunAsync(
            programme.Get<CloseUser>(),
            Actor.System,
            new CloseUserInput(ada.Id)
        );
        var changing = await programme.RunAsync(
            programme.Get<ChangeUser>(),
            Actor.System,
            new ChangeUserInput(
                ada.Id,
                ada.ConcurrencyStamp!,
                ada.DisplayName,
                begun.AgencyId,
                ["trainer"]
            )
        );

        Assert.Equal(AccessRefusals.LastAdministrator, Assert.Single(closing.Refusals).Code);
        Assert.Equal(AccessRefusals.LastAdministrator, Assert.Single(changing.Refusals).Code);

        await CreateAsync(programme, "bea", null, "administrator");
        await programme.DoneAsync(
            programme.Get<CloseUser>(),
            Actor.System,
            new CloseUserInput(ada.Id)
        );
        Assert.True((await programme.UserAsync(ada.Id)).Closed);
    }

    [Theory]
    [InlineData("caseworker")]
    [InlineData("supervisor")]
    [InlineData("focal-point")]
    [InlineData("data-protection")]
    public async Task Whoever_manages_accounts_does_not_see_people(string role)
    {
        var (programme, begun) = await FirstDay.BeginAsync(DatabaseKind.Sqlite);
        await using var _ = programme;

        var outcome = await programme.RunAsync(
            programme.Get<CreateUser>(),
            Actor.System,
            new CreateUserInput("bea", "Bea", begun.AgencyId, ["administrator", role], "es")
        );

        Assert.Equal(AccessRefusals.RolesConflict, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [InlineData("", "Bea", "trainer", AccessRefusals.UserNameMalformed)]
    [InlineData("con espacio", "Bea", "trainer", AccessRefusals.UserNameMalformed)]
    [InlineData("ADA", "Bea", "trainer", AccessRefusals.UserNameTaken)]
    [InlineData("bea", " ", "trainer", AccessRefusals.DisplayNameMissing)]
    [InlineData("bea", "Bea", "", AccessRefusals.RolesMissing)]
    [InlineData("bea", "Bea", "king", AccessRefusals.RoleUnknown)]
    public async Task An_account_that_breaks_a_rule_is_not_made(
        string userName,
        string name,
        string role,
        string code
    )
    {
        var (programme, begun) = await FirstDay.BeginAsync(DatabaseKind.Sqlite);
        await using var _ = programme;
        string[] roles = role.Length == 0 ? [] : [role];

        var outcome = await programme.RunAsync(
            programme.Get<CreateUser>(),
            Actor.System,
            new CreateUserInput(userName, name, begun.AgencyId, roles, "es")
        );

        Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_form_opened_before_another_change_is_told_so(DatabaseKind kind)
    {
        var (programme, begun) = await FirstDay.BeginAsync(kind);
        await using var _ = programme;
        var id = await CreateAsync(programme, "bea", begun.AgencyId, "trainer");
        var stamp = (await programme.UserAsync(id)).ConcurrencyStamp!;
        var change = new ChangeUserInput(id, stamp, "Bea Uno", begun.AgencyId, ["trainer"]);
        await programme.DoneAsync(programme.Get<ChangeUser>(), Actor.System, change);

        var outcome = await programme.RunAsync(
            programme.Get<ChangeUser>(),
            Actor.System,
            change with
            {
                DisplayName = "Bea Dos",
            }
        );

        Assert.Equal(AccessRefusals.ChangedMeanwhile, Assert.Single(outcome.Refusals).Code);
        Assert.Equal("Bea Uno", (await programme.UserAsync(id)).DisplayName);
    }

    [Fact]
    public async Task Only_the_programme_itself_chooses_a_password_for_somebody()
    {
        var (programme, begun) = await FirstDay.BeginAsync(DatabaseKind.Sqlite);
        await using var _ = programme;
        var ada = await programme.ActorOfAsync(begun.UserId);

        var made = await programme.DoneAsync(
            programme.Get<CreateUser>(),
            ada,
            new CreateUserInput("bea", "Bea", begun.AgencyId, ["trainer"], "es")
            {
                ChosenPassword = new Secret(FirstDay.Password),
            }
        );

        Assert.False(made.TemporaryPassword.IsEmpty);
        Assert.NotEqual(FirstDay.Password, made.TemporaryPassword.Reveal());
        Assert.True((await programme.UserAsync(made.UserId)).MustChangePassword);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_makes_accounts()
    {
        var (programme, begun) = await FirstDay.BeginAsync(DatabaseKind.Sqlite);
        await using var _ = programme;
        foreach (var role in Role.All.Where(role => role != Role.Administrator))
        {
            var outcome = await programme.RunAsync(
                programme.Get<CreateUser>(),
                programme.As(role),
                new CreateUserInput("bea", "Bea", begun.AgencyId, ["trainer"], "es")
            );
            Assert.Equal(AccessRefusals.NotAllowed, Assert.Single(outcome.Refusals).Code);
        }
    }

    private static async Task<Guid> CreateAsync(
        TestProgramme programme,
        string userName,
        Guid? agency,
        string role
    ) =>
        (
            await programme.DoneAsync(
                programme.Get<CreateUser>(),
                Actor.System,
                new CreateUserInput(userName, userName, agency, [role], "es")
            )
        ).UserId;
}
