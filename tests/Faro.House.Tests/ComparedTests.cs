// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Faro.Tests.Support;
using Xunit;

namespace Faro.House.Tests;

/// <summary>The table that holds Faro against Primero makes no dead claim.</summary>
public sealed partial class ComparedTests
{
    /// <summary>Rows of Primero's inventory.</summary>
    private const int Rows = 57;

    private static readonly string[] Claims = ["better", "have"];
    private static readonly string[] Verdicts = [.. Claims, "part", "not yet", "not needed"];

    private static readonly IReadOnlyList<string[]> Table =
    [
        .. File.ReadLines(Path.Combine(SharedData.Repository, "docs", "compared-with-primero.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => cells.Concat(Enumerable.Repeat("", 5)).Take(5).ToArray()),
    ];

    [Fact]
    public void Every_row_of_the_inventory_has_one_verdict()
    {
        Assert.Equal(Rows, Table.Count);
        Assert.Distinct(Table.Select(row => row[0]), StringComparer.Ordinal);
        Assert.All(Table, row => Assert.Contains(row[1], Verdicts));
    }

    [Fact]
    public void What_Faro_claims_to_have_names_its_screen_and_its_test() =>
        Assert.Empty(
            Table
                .Where(row => Claims.Contains(row[1], StringComparer.Ordinal))
                .Where(row => row[3].Length == 0 || row[4].Length == 0)
                .Select(row => row[0])
        );

    [Fact]
    public void Every_screen_named_is_a_page()
    {
        var pages = House
            .Files("*.razor", "src")
            .SelectMany(file => Page().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["path"].Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Table.SelectMany(row => Named(row[3])).Where(path => !pages.Contains(path)));
    }

    [Fact]
    public void Every_test_named_is_a_class()
    {
        var classes = House
            .Files("*.cs", "tests")
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Table.SelectMany(row => Named(row[4])).Where(name => !classes.Contains(name)));
    }

    private static IEnumerable<string> Named(string cell) =>
        Code().Matches(cell).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"@page ""(?<path>[^""]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Page();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Code();
}
