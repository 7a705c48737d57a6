// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Faro.Tests.Support;
using Xunit;

namespace Faro.House.Tests;

/// <summary>Documents cannot lie: what they name exists, and they name nothing of anybody's machine.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents =>
        [
            .. Directory
                .EnumerateFiles(SharedData.Repository, "*.md")
                .Concat(House.Files("*.md", "docs", "bench", "data", "src"))
                .Select(House.Relative),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string document)
    {
        var file = Path.Combine(SharedData.Repository, document);
        var folder = Path.GetDirectoryName(file)!;
        var broken = Link()
            .Matches(File.ReadAllText(file))
            .Select(match => match.Groups["to"].Value.Split('#')[0])
            .Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal))
            .Where(to => !Path.Exists(Path.Combine(folder, to)));
        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_path_named_exists(string document)
    {
        var text = File.ReadAllText(Path.Combine(SharedData.Repository, document));
        var missing = Place()
            .Matches(text)
            .Select(match => match.Groups["path"].Value)
            .Where(path => !path.AsSpan().ContainsAny("<*{X"))
            .Where(path => !Path.Exists(Path.Combine(SharedData.Repository, path)));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_verb_named_in_the_readme_exists()
    {
        var verbs = Cli.Verbs.All().Select(verb => verb.Name).ToHashSet(StringComparer.Ordinal);
        var named = Verb()
            .Matches(File.ReadAllText(Path.Combine(SharedData.Repository, "README.md")))
            .Select(match => match.Groups["verb"].Value)
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(named.Where(verb => !verbs.Contains(verb)));
    }

    [Fact]
    public void No_file_names_a_machine_or_a_registry()
    {
        string[] folders = ["src", "tests", "bench", "docs", "data", "eng", ".ci"];
        var named = new[]
        {
            "*.cs",
            "*.md",
            "*.razor",
            "*.ts",
            "*.json",
            "*.csproj",
            "*.targets",
            "*.yml",
        }
            .SelectMany(pattern => House.Files(pattern, folders))
            .Where(file => !file.EndsWith("packages.lock.json", StringComparison.Ordinal))
            .Where(file => Machine().IsMatch(File.ReadAllText(file)));
        Assert.Empty(named.Select(House.Relative));
    }

    [Fact]
    public void The_readme_is_at_most_150_lines() =>
        Assert.InRange(
            File.ReadLines(Path.Combine(SharedData.Repository, "README.md")).Count(),
            20,
            150
        );

    [GeneratedRegex(
        @"\]\((?<to>[^)\s]+)\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Link();

    [GeneratedRegex(
        "`(?<path>(src|tests|bench|docs|data|eng)/[^`\\s]*)`",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"\./faro (?<verb>[a-z]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"(^|[\s""'(=])/(work|root|home/[a-z]+)/|registry\.npmjs|api\.nuget\.org|deb\.debian",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Machine();
}
