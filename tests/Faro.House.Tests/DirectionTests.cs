// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.House.Tests;

/// <summary>Web, command line → programme → the three engines; engines know nothing of ours.</summary>
public sealed class DirectionTests
{
    [Theory]
    [InlineData("Faro.Linkage", "")]
    [InlineData("Faro.Estimation", "")]
    [InlineData("Faro.Disclosure", "")]
    [InlineData("Faro.Programme", "Faro.Linkage Faro.Estimation Faro.Disclosure")]
    [InlineData("Faro.Programme.Sqlite", "Faro.Programme")]
    [InlineData("Faro.Programme.Postgres", "Faro.Programme")]
    [InlineData("Faro.Web", "Faro.Programme Faro.Linkage Faro.Estimation Faro.Disclosure")]
    public void A_project_uses_only_what_lies_below_it(string project, string allowed)
    {
        var used = House
            .Assemblies[project]
            .GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("Faro", StringComparison.Ordinal));
        Assert.Empty(used.Except(allowed.Split(' ')));
    }

    [Fact]
    public void No_folder_is_called_by_a_word_that_means_nothing()
    {
        string[] banned =
        [
            "Core",
            "Common",
            "Shared",
            "Helpers",
            "Infrastructure",
            "Managers",
            "Utils",
        ];
        var folders = House
            .Files("*.cs", "src")
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(folders.Intersect(banned, StringComparer.OrdinalIgnoreCase));
    }
}
