// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Account;
using Faro.Programme.Access.Entering;
using Faro.Programme.Cases;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Cases;

/// <summary>Whether anything was opened to somebody from outside is asked once, when they come in.</summary>
public sealed class KnownGrantsTests
{
    private const string Reason = "Está en urgencias y hay que conocer sus alergias.";

    [Theory]
    [EveryDatabase]
    public async Task A_way_in_from_outside_is_known_while_it_is_open(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var file = await programme.CaseAsync(await programme.RegisterLeadAsync());
        var now = programme.Get<TimeProvider>().GetUtcNow();
        var token = await programme.DoneAsync(
            programme.Get<CreateApiToken>(),
            CaseSteps.Outsider,
            new CreateApiTokenInput("test", 30)
        );

        Assert.False((await CallerAsync(now)).MayHaveGrants);
        await programme.DoneAsync(
            programme.Get<BreakGlass>(),
            CaseSteps.Outsider.AtMoment(now),
            new BreakGlassInput(file.Number, Reason, 3, [Compartments.Social])
        );

        Assert.True((await CallerAsync(now)).MayHaveGrants);
        Assert.False((await CallerAsync(now.AddHours(4))).MayHaveGrants);

        async Task<Actor> CallerAsync(DateTimeOffset at) =>
            (
                await programme.ReadAsync(db =>
                    db.CallerOfTokenAsync(token.Secret, at, TestContext.Current.CancellationToken)
                )
            )!.Actor;
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_is_known_to_have_no_grant_sees_the_own_agency_and_nothing_else(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var file = await programme.CaseAsync(await programme.RegisterLeadAsync());

        var (own, other) = (Known(programme.Worker()), Known(CaseSteps.Outsider));

        Assert.Equal((1, 1), await SeenAsync(programme, own));
        Assert.Equal((0, 0), await SeenAsync(programme, other));
        await programme.WriteAsync(async act =>
            (await act.Db.Cases.FindAsync(file.Id))!.Restricted = true
        );
        Assert.Equal((1, 1), await SeenAsync(programme, own));
        Assert.Equal((0, 1), await SeenAsync(programme, Known(programme.Colleague())));
    }

    private static Actor Known(Actor actor) =>
        new(actor.UserId, actor.SessionId, actor.AgencyId, actor.Roles)
        {
            Compartments = actor.Compartments,
            MayHaveGrants = false,
        };

    private static async Task<(int Cases, int People)> SeenAsync(
        TestProgramme programme,
        Actor actor
    ) =>
        (
            await programme.ReadAsync(db => db.Cases.VisibleTo(actor).CountAsync()),
            await programme.ReadAsync(db => db.People.VisibleTo(actor).CountAsync())
        );
}
