// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using Xunit;

namespace Faro.House.Tests;

/// <summary>How types look: sealed, without state that everybody shares, with names that say something.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string> Projects => [.. House.Assemblies.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Classes_are_sealed_static_or_meant_to_be_inherited(string project)
    {
        var open = House
            .WrittenTypes(House.Assemblies[project])
            .Where(type =>
                type is { IsClass: true, IsSealed: false, IsAbstract: false, Name: not "_Imports" }
            )
            .Where(type =>
                !typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type)
            );
        Assert.Empty(open.Select(type => type.FullName));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_static_field_can_change(string project)
    {
        var changing = House
            .WrittenTypes(House.Assemblies[project])
            .SelectMany(type =>
                type.GetFields(
                    BindingFlags.Static
                        | BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.DeclaredOnly
                )
            )
            .Where(field => field is { IsInitOnly: false, IsLiteral: false })
            .Where(field => !field.Name.Contains('<', StringComparison.Ordinal));
        Assert.Empty(changing.Select(field => $"{field.DeclaringType!.FullName}.{field.Name}"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_name_hides_behind_an_empty_word(string project)
    {
        string[] empty = ["Manager", "Helper", "Service", "Dto", "Impl", "Utils", "Util"];
        var named = House
            .WrittenTypes(House.Assemblies[project])
            .Where(type => empty.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)));
        Assert.Empty(named.Select(type => type.FullName));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_interface_has_more_than_one_implementation(string project)
    {
        var types = House.WrittenTypes(House.Assemblies[project]).ToArray();
        var lonely = types
            .Where(type => type.IsInterface)
            .Where(face =>
                types.Count(type => !type.IsInterface && face.IsAssignableFrom(type)) < 2
            );
        Assert.Empty(lonely.Select(face => face.FullName));
    }

    [Fact]
    public void No_source_file_is_longer_than_600_lines()
    {
        var longer = House
            .Files("*.cs", "src", "tests", "bench")
            .Concat(House.Files("*.razor", "src"))
            .Concat(House.Files("*.ts", "src"))
            .Where(file => File.ReadLines(file).Count() > 600);
        Assert.Empty(longer.Select(House.Relative));
    }

    [Fact]
    public void Every_suppression_carries_a_sentence()
    {
        var bare = House
            .Files("*.cs", "src", "tests", "bench")
            .SelectMany(file => Beside(file))
            .Where(at =>
                at.line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)
            )
            .Where(at => !at.line.Contains("//", StringComparison.Ordinal))
            .Where(at => !at.above.Contains("//", StringComparison.Ordinal));
        Assert.Empty(bare.Select(at => $"{House.Relative(at.file)}: {at.line.Trim()}"));
    }

    /// <summary>Each line with the one above it: the sentence may stand on either.</summary>
    private static IEnumerable<(string file, string above, string line)> Beside(string file)
    {
        var lines = File.ReadAllLines(file);
        return lines.Prepend("").Zip(lines, (above, line) => (file, above, line));
    }
}
