// SPDX-License-Identifier: Apache-2.0
using Faro.Tests.Support;
using Faro.Web.Tests.Casework;
using Xunit;

namespace Faro.Web.Tests.Cases;

public sealed class FamilyTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_daughter_gets_a_case_of_her_own_from_her_mothers(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        var before = await file.PageAsync("");
        var register = before.QuerySelector("a[href^='/casos/nuevo?de=']")!.GetAttribute("href")!;

        using var answer = await file.Client.SendFormAsync(
            register,
            "register-lead",
            ("Answers.Kind", "child"),
            ("Answers.Origin", "family-or-friend"),
            ("Answers.Sex", "female")
        );
        var daughters = answer.Headers.Location?.ToString().Split('/')[^1];
        var story = await file.PageAsync("");

        Assert.NotNull(daughters);
        Assert.Contains("Hija o hijo", story.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(story.QuerySelector($"a[href='/casos/{daughters}']"));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_relative_of_nobody_cannot_be_registered(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);

        using var answer = await file.Client.GetAsync(
            new Uri($"/casos/nuevo?de={Guid.Empty}", UriKind.Relative)
        );

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
