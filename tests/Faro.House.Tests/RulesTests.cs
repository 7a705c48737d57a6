// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Faro.Tests.Support;
using Xunit;

namespace Faro.House.Tests;

/// <summary>The table of hard rules names exactly the tests that hold each; a rule that no test holds says so.</summary>
public sealed partial class RulesTests
{
    private const int Rules = 20;
    private const string NotHeld = "not yet";

    [Fact]
    public void The_table_of_rules_names_every_test_that_holds_one()
    {
        var held = House
            .Files("*.cs", "tests")
            .SelectMany(file => Held().Matches(File.ReadAllText(file)))
            .SelectMany(match =>
                match
                    .Groups["rule"]
                    .Captures.Select(rule => (Rule: rule.Value, Test: match.Groups["test"].Value))
            )
            .ToLookup(each => each.Rule, each => each.Test, StringComparer.Ordinal);
        var table = File.ReadLines(Path.Combine(SharedData.Repository, "docs", "rules.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .ToDictionary(
                match => match.Groups["rule"].Value,
                match => match.Groups["tests"].Value.Trim(),
                StringComparer.Ordinal
            );

        Assert.All(
            Enumerable.Range(1, Rules).Select(number => $"R{number}"),
            rule =>
                Assert.Equal(
                    held.Contains(rule)
                        ? string.Join(
                            ", ",
                            held[rule]
                                .Distinct()
                                .Order(StringComparer.Ordinal)
                                .Select(test => $"`{test}`")
                        )
                        : NotHeld,
                    table.GetValueOrDefault(rule) ?? "(no row)"
                )
        );
        Assert.Equal(Rules, table.Count);
    }

    /// <summary>One test with its marks: other attributes may stand between them and its name.</summary>
    [GeneratedRegex(
        @"(\[Trait\(""Rule"", ""(?<rule>R\d+)""\)\]\s*)+(\[[^\]]*\]\s*)*public (async )?(void|Task) (?<test>\w+)\(",
        RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Held();

    [GeneratedRegex(
        @"^\| (?<rule>R\d+) \|[^|]*\|[^|]*\| (?<tests>[^|]*) \|$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Row();
}
