// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Casework;

/// <summary>Where a victim may be lodged, and how.</summary>
public sealed class LodgingTests
{
    private static readonly string[] Penal =
    [
        "detention",
        "detained",
        "prison",
        "jail",
        "sanction",
        "fine",
        "deport",
        "deportation",
        "expulsion",
        "migration-station",
        "arrest",
    ];

    /// <summary>Lists that speak of others than her, or of offences.</summary>
    private static readonly string[] OfOthers = ["perpetrator-stages", "offence-circumstances"];

    [Fact]
    [Trait("Rule", "R6")]
    public void No_list_can_say_that_she_was_detained_sanctioned_or_deported() =>
        Assert.Empty(
            CodeLists
                .Names.Except(OfOthers, StringComparer.Ordinal)
                .SelectMany(name => CodeLists.Get(name).Entries.Select(entry => (name, entry.Code)))
                .Where(each => each.Code.Split('-').Intersect(Penal, StringComparer.Ordinal).Any())
        );

    [Theory]
    [EveryDatabase("detention-centre")]
    [EveryDatabase("migration-station")]
    [EveryDatabase("prison")]
    [EveryDatabase("")]
    [Trait("Rule", "R6")]
    public async Task Nobody_is_lodged_in_a_place_that_no_list_names(
        DatabaseKind kind,
        string place
    ) => Assert.Equal([CaseworkRefusals.ChoiceUnknown], await RefusedAsync(kind, Lodging(place)));

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R7")]
    public async Task Since_the_reform_nobody_is_lodged_in_a_refuge_for_victims_of_violence(
        DatabaseKind kind
    )
    {
        Assert.Equal(
            [CaseworkRefusals.ViolenceRefuge],
            await RefusedAsync(kind, Lodging(LodgingRules.ViolenceRefuge))
        );
        Assert.Empty(
            await RefusedAsync(
                kind,
                Lodging(LodgingRules.ViolenceRefuge) with
                {
                    From = new DateOnly(2023, 1, 5),
                    To = new DateOnly(2023, 3, 1),
                }
            )
        );
        Assert.Empty(await RefusedAsync(kind, Lodging("trafficking-refuge")));
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R8")]
    public async Task A_stay_is_of_her_own_will_or_says_which_danger_prevents_it(DatabaseKind kind)
    {
        var stay = Lodging("trafficking-refuge");

        Assert.Equal(
            [CaseworkRefusals.StayUnsaid],
            await RefusedAsync(kind, stay with { StaysFreely = null })
        );
        Assert.Equal(
            [CaseworkRefusals.StayNotFree],
            await RefusedAsync(kind, stay with { StaysFreely = false, Notes = "riesgo" })
        );
        Assert.Empty(
            await RefusedAsync(
                kind,
                stay with
                {
                    StaysFreely = false,
                    Notes = "La red la busca: delincuencia organizada.",
                }
            )
        );
    }

    private static ServiceFacts Lodging(string place) =>
        new(LodgingRules.Kind) { ShelterKind = place, StaysFreely = true };

    private static async Task<List<string>> RefusedAsync(DatabaseKind kind, ServiceFacts facts)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var outcome = await programme.RunAsync(
            programme.Get<RecordServiceGiven>(),
            programme.Worker(),
            new RecordServiceGivenInput(id, facts)
        );
        Assert.Equal(outcome.Done, await programme.ReadAsync(db => db.ServicesGiven.AnyAsync()));
        return outcome.Done ? [] : [.. outcome.Refusals.Select(refusal => refusal.Code)];
    }
}
