// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Demo;
using Faro.Programme.People;
using Xunit;

namespace Faro.Programme.Tests.Demo;

public sealed class DemoPersonTests
{
    private static readonly NamePool Names = new();

    [Fact]
    public void The_same_seed_gives_the_same_people() =>
        Assert.Equal(Text(People(7, 178)), Text(People(7, 178)));

    [Fact]
    public void Another_seed_gives_other_people() =>
        Assert.NotEqual(Text(People(7, 178)), Text(People(8, 178)));

    [Theory]
    [InlineData(1)]
    [InlineData(178)]
    [InlineData(5000)]
    public void They_come_in_order_of_their_days_since_2005(int count)
    {
        var days = People(DemoProgramme.UsualSeed, count)
            .Select(person => person.RegisteredOn)
            .ToList();
        Assert.Equal(days.Order(), days);
        Assert.InRange(days[0], new DateOnly(2005, 1, 1), new DateOnly(2026, 6, 30));
        Assert.InRange(days[^1], days[0], new DateOnly(2026, 6, 30));
    }

    [Fact]
    public void All_that_is_said_of_them_would_pass_the_rules_of_a_form()
    {
        var today = new DateOnly(2026, 11, 23);
        Assert.All(
            People(DemoProgramme.UsualSeed, 3000),
            person =>
            {
                Assert.Empty(person.Facts.Check(today));
                Assert.Empty(IdentityChecks.Check(person.Identity.Tidied(), today));
            }
        );
    }

    private static List<DemoPerson> People(ulong seed, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => DemoPerson.Make(Names, "note", seed, number, count)),
        ];

    private static string Text(IEnumerable<DemoPerson> people) => JsonSerializer.Serialize(people);
}
