// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Access.Account;
using Faro.Programme.Access.Entering;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Access;

public sealed class SignInTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_wrong_try_is_refused_and_yet_counted_and_audited(DatabaseKind kind)
    {
        var (programme, begun) = await FirstDay.BeginAsync(kind);
        await using var _ = programme;

        var outcome = await programme.RunAsync(
            programme.Get<SignIn>(),
            Actor.Public,
            new SignInInput("ada", new Secret("not the password"), "")
        );

        Assert.Equal(AccessRefusals.SignInRefused, Assert.Single(outcome.Refusals).Code);
        Assert.Equal(1, (await programme.UserAsync(begun.UserId)).AccessFailedCount);
        var entry = await LastAsync(programme);
        Assert.Equal(
            ("sign-in", "refused", begun.UserId),
            (entry.Act, entry.Result, entry.SubjectId)
        );
        Assert.Equal("{\"codes\":\"access.sign-in-refused\"}", entry.Details);
    }

    [Theory]
    [EveryDatabase]
    public async Task An_unknown_name_leaves_no_trace_of_itself(DatabaseKind kind)
    {
        var (programme, _) = await FirstDay.BeginAsync(kind);
        await using var __ = programme;

        await programme.RunAsync(
            programme.Get<SignIn>(),
            Actor.Public,
            new SignInInput("hunter2hunter2", new Secret("x"), "")
        );

        var entry = await LastAsync(programme);
        Assert.Equal(
            ("sign-in", "refused", (Guid?)null),
            (entry.Act, entry.Result, entry.SubjectId)
        );
        Assert.DoesNotContain("hunter2", entry.Details, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Many_wrong_tries_at_once_do_not_slip_past_the_pause()
    {
        var (programme, begun) = await FirstDay.BeginAsync(DatabaseKind.Sqlite);
        await using var _ = programme;
        var wrong = Enumerable.Range(0, 12).Select(_ => TryAsync("not the password"));
        await Task.WhenAll(wrong);

        Assert.False((await TryAsync(FirstDay.Password)).Done);
        Assert.True(
            (await programme.UserAsync(begun.UserId)).IsPausedAt(programme.Clock.GetUtcNow())
        );

        Task<Outcome<SignInStep>> TryAsync(string password) =>
            programme.RunAsync(
                programme.Get<SignIn>(),
                Actor.Public,
                new SignInInput("ada", new Secret(password), "")
            );
    }

    [Theory]
    [InlineData("")]
    [InlineData("x.y")]
    [InlineData("bm90aGluZw.bm90aGluZw")]
    public async Task A_forged_ticket_is_worth_nothing(string ticket)
    {
        var (programme, _) = await FirstDay.BeginAsync(DatabaseKind.Sqlite);
        await using var __ = programme;

        var outcome = await programme.RunAsync(
            programme.Get<ConfirmTotp>(),
            Actor.Public,
            new ConfirmTotpInput(new Secret(ticket), new Secret("000000"), "")
        );

        Assert.Equal(AccessRefusals.TicketExpired, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task An_api_token_acts_as_its_owner_until_it_ends(DatabaseKind kind)
    {
        var (programme, begun) = await FirstDay.BeginAsync(kind);
        await using var _ = programme;
        var ada = await programme.ActorOfAsync(begun.UserId);
        var made = await programme.DoneAsync(
            programme.Get<CreateApiToken>(),
            ada,
            new CreateApiTokenInput("report", 30)
        );
        Assert.StartsWith(ApiToken.Prefix, made.Secret.Reveal(), StringComparison.Ordinal);

        var caller = await FindAsync();
        Assert.Equal(begun.UserId, caller?.Actor.UserId);
        Assert.True(caller!.Actor.May(Permissions.ManageUsers));
        var another = await programme.RunAsync(
            programme.Get<CreateApiToken>(),
            caller.Actor,
            new CreateApiTokenInput("from a token", 30)
        );
        Assert.Equal(AccessRefusals.NotByToken, Assert.Single(another.Refusals).Code);

        programme.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Null(await FindAsync());

        Task<Caller?> FindAsync() =>
            programme.ReadAsync(db =>
                db.CallerOfTokenAsync(
                    made.Secret,
                    programme.Clock.GetUtcNow(),
                    TestContext.Current.CancellationToken
                )
            );
    }

    [Theory]
    [EveryDatabase]
    public async Task What_was_begun_with_an_old_password_ends_with_it(DatabaseKind kind)
    {
        var (programme, begun) = await FirstDay.BeginAsync(kind);
        await using var _ = programme;
        var session = await EnterAsync(programme);
        var ada = await programme.ActorOfAsync(begun.UserId);

        await programme.DoneAsync(
            programme.Get<ChangePassword>(),
            ada,
            new ChangePasswordInput(
                new Secret(FirstDay.Password),
                new Secret("tres gatos miran un reloj")
            )
        );

        Assert.Null(
            await programme.ReadAsync(db =>
                db.CallerOfSessionAsync(
                    session,
                    programme.Clock.GetUtcNow(),
                    TestContext.Current.CancellationToken
                )
            )
        );
    }

    private static async Task<Guid> EnterAsync(TestProgramme programme)
    {
        var step = await programme.DoneAsync(
            programme.Get<SignIn>(),
            Actor.Public,
            new SignInInput("ada", new Secret(FirstDay.Password), "Firefox")
        );
        return step.SessionId!.Value;
    }

    private static Task<Faro.Programme.Audit.AuditEntry> LastAsync(TestProgramme programme) =>
        programme.ReadAsync(db =>
            db.AuditEntries.OrderByDescending(entry => entry.Seq).FirstAsync()
        );
}
