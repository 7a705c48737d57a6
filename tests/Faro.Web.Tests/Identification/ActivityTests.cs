// SPDX-License-Identifier: Apache-2.0
using Faro.Tests.Support;
using Faro.Web.Tests.Casework;
using Xunit;

namespace Faro.Web.Tests.Identification;

/// <summary>Activities are asked within the sector that was told, not all of them at once.</summary>
public sealed class ActivityTests
{
    [Fact]
    public async Task Only_activities_of_the_sector_told_are_asked_until_all_are_wanted()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        var step = "/hechos/explotacion";
        var before = await file.PageAsync(step);

        await file.SendAsync(step, "record-facts", ("Fact.economic-sectors.i", "yes"));
        var after = await file.PageAsync(step);
        var all = await file.PageAsync($"{step}?todas=true");

        Assert.Empty(before.QuerySelectorAll("[name^='Fact.economic-activities.']"));
        Assert.NotEmpty(after.QuerySelectorAll("[name='Fact.economic-activities.i-55']"));
        Assert.Empty(after.QuerySelectorAll("[name='Fact.economic-activities.c-10']"));
        Assert.NotEmpty(all.QuerySelectorAll("[name='Fact.economic-activities.c-10']"));
    }

    [Fact]
    public async Task A_second_citizenship_a_language_and_children_are_told_with_their_evidence()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);

        await file.SendAsync(
            "/hechos/persona",
            "record-facts",
            ("Fact.other-citizenships", "gt"),
            ("Fact.primary-languages", "spa"),
            ("Fact.children-counts", "2"),
            ("Fact.education-levels", "primary")
        );
        var facts = await file.PageAsync("/hechos");

        foreach (var told in new[] { "Guatemala", "Español", "Dos", "Primaria" })
        {
            Assert.Contains(told, facts.Body!.TextContent, StringComparison.Ordinal);
        }
    }
}
