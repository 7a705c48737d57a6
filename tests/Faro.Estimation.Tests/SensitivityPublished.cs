// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Xunit;

namespace Faro.Estimation.Tests;

/// <summary>Against lists left out, merged and conditioned on with SparseMSE 2.0.1.</summary>
public sealed class SensitivityPublished
{
    private const double Relative = 1e-6;

    public static TheoryData<string> Names =>
        ["Kosovo", "UKdat_4", "HIV", "Western", "UKdat_5", "Ned_5"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Lists_left_out_and_merged_give_the_figures_of_the_reference(string name)
    {
        var data = References.Of("simple-and-sensitivity", name);
        var changes = new Faro.Estimation.Checks.TableChanges(Tables.Shared(name), new());
        Compare(data, "dropOneList", "dropped", [.. changes.DropLists()]);
        Compare(data, "mergePairs", "merged", [.. changes.MergePairs()]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sizes_of_lists_as_the_others_say_them_are_those_of_the_reference(string name)
    {
        var checks = Reality.Consistency(Tables.Shared(name));
        foreach (
            var expected in References
                .Of("simple-and-sensitivity", name)
                .GetProperty("internalConsistency")
                .EnumerateArray()
                .Where(e => !e.TryGetProperty("skipped", out _))
        )
        {
            var mine = checks.Single(c =>
                c.List == expected.GetProperty("referenceList").GetString()
            );
            Assert.Equal(expected.GetProperty("knownTotal").GetInt64(), mine.Known);
            Assert.Equal(expected.GetProperty("observedElsewhere").GetInt64(), mine.SeenElsewhere);
            Same(expected, mine.Estimate, mine.SeenElsewhere);
        }
    }

    private static void Compare(
        JsonElement data,
        string key,
        string subject,
        SensitivityPoint[] mine
    )
    {
        if (!data.TryGetProperty(key, out var all))
        {
            return;
        }

        foreach (var expected in all.EnumerateArray())
        {
            var lists = expected.GetProperty(subject).GetString()!.Split('+', ':');
            var point = mine.Single(p => p.Subject.Order().SequenceEqual(lists.Order()));
            Same(expected, point.Estimate, point.Observed);
        }
    }

    /// <summary>What the reference gives beyond ten thousand times the people seen, Faro says has no finite figure.</summary>
    private static void Same(JsonElement expected, double? mine, long observed)
    {
        var figure = expected.TryGetProperty("estimate", out var known) ? known : default;
        if (figure.ValueKind != JsonValueKind.Number || figure.GetDouble() > 1e4 * observed)
        {
            Assert.Null(mine);
            return;
        }

        References.Near(figure.GetDouble(), mine, Relative);
    }
}
