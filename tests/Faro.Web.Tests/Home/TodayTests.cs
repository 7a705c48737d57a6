// SPDX-License-Identifier: Apache-2.0
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Identification;
using Faro.Tests.Support;
using Faro.Web.Tests.Casework;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Web.Tests.Home;

/// <summary>The first page answers what somebody must do today.</summary>
public sealed class TodayTests
{
    [Theory]
    [EveryDatabase]
    public async Task Whoever_carries_a_case_is_told_what_others_changed_in_it_and_not_what_they_read(
        DatabaseKind kind
    )
    {
        await using var file = await CaseFile.OpenAsync(kind);
        var supervisor = file.Host.ActorOf(Role.Supervisor);
        var link = $"/casos/{file.Id}/acceso";
        await FaroHost.DoneAsync(file.Host.Get<ReadCase>(), supervisor, file.Id);
        var read = await LinksAsync(file.Client);

        await FaroHost.DoneAsync(
            file.Host.Get<RaiseFlag>(),
            supervisor,
            new RaiseFlagInput(file.Id, "Hay que llamar antes del viernes", null, "social")
        );

        Assert.DoesNotContain(link, read);
        Assert.Contains(link, await LinksAsync(file.Client));
        using var other = file.Host.As(Role.Supervisor);
        Assert.DoesNotContain(link, await LinksAsync(other));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_second_person_is_led_to_the_determination_that_waits(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        await file.Host.WriteAsync(async act =>
            (await act.Db.Profiles.FirstAsync()).SecondPerson = true
        );
        await FaroHost.DoneAsync(
            file.Host.Get<MoveCase>(),
            file.Host.ActorOf(Role.Caseworker),
            new MoveCaseInput(file.Id, 1, CaseStates.PossibleVictim)
        );
        var proposed = await FaroHost.DoneAsync(
            file.Host.Get<Determine>(),
            file.Host.ActorOf(Role.Caseworker),
            new DetermineInput(
                file.Id,
                "identified",
                "civil-society",
                "Trabajadora social inventada",
                "La captaron por internet y le quitaron el pasaporte."
            )
        );
        var link = $"/casos/{file.Id}/determinacion/{proposed}";
        using var other = file.Host.As(Role.Supervisor);

        Assert.Contains(link, await LinksAsync(other));
        Assert.DoesNotContain(link, await LinksAsync(file.Client));
    }

    private static async Task<List<string?>> LinksAsync(HttpClient client) =>
        [
            .. (await client.PageAsync("/"))
                .QuerySelectorAll<IHtmlAnchorElement>(".todo a")
                .Select(link => link.GetAttribute("href")),
        ];
}
