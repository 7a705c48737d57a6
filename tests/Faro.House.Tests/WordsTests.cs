// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Faro.House.Tests;

/// <summary>Two languages, neither the fallback of the other.</summary>
public sealed partial class WordsTests
{
    public static TheoryData<string> Spanish =>
        [.. House.Files("Text.es.resx", "src").Select(House.Relative)];

    [Theory]
    [MemberData(nameof(Spanish))]
    public void Both_languages_have_the_same_keys_and_placeholders(string file)
    {
        var (es, en) = Read(file);
        Assert.Equal(es.Select(word => word.Key), en.Select(word => word.Key));
        foreach (var (spanish, english) in es.Zip(en))
        {
            Assert.True(
                Holes(spanish.Value).SetEquals(Holes(english.Value)),
                $"{spanish.Key}: the two languages have different placeholders"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Spanish))]
    public void Keys_are_sorted_and_no_text_is_empty(string file)
    {
        var (es, en) = Read(file);
        var keys = es.Select(word => word.Key).ToArray();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.All(
            es.Concat(en),
            word => Assert.False(string.IsNullOrWhiteSpace(word.Value), word.Key)
        );
    }

    [Theory]
    [MemberData(nameof(Spanish))]
    public void No_word_is_unused(string file)
    {
        var folder = Path.GetDirectoryName(
            Path.Combine(Faro.Tests.Support.SharedData.Repository, file)
        )!;
        var sources = string.Join(
            '\n',
            Directory
                .EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
                .Where(path =>
                    path.EndsWith(".cs", StringComparison.Ordinal)
                    || path.EndsWith(".razor", StringComparison.Ordinal)
                )
                .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
                .Select(File.ReadAllText)
        );
        var codes = Constants();
        var unused = Read(file)
            .Es.Select(word => word.Key)
            .Where(key => !codes.Contains(key) && !IsUsed(key, sources));
        Assert.Empty(unused);
    }

    [Fact]
    public void Every_refusal_code_is_unique_and_well_formed()
    {
        var codes = RefusalCodes().ToArray();
        Assert.NotEmpty(codes);
        Assert.Empty(
            codes
                .GroupBy(code => code.Code, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key)
        );
        Assert.All(codes, code => Assert.Matches("^[a-z][a-z-]*(\\.[a-z0-9-]+)+$", code.Code));
    }

    [Fact]
    public void Every_refusal_has_words_on_the_screen()
    {
        var spoken = Spoken("src/Faro.Web");
        Assert.Empty(
            RefusalCodes()
                .Where(refusal => !IsForTheCommandLine(refusal.Holder))
                .Select(refusal => refusal.Code)
                .Where(code => !spoken.Contains(code))
        );
    }

    [Fact]
    public void What_only_the_command_line_refuses_has_words_there()
    {
        var spoken = Spoken("src/Faro.Cli");
        Assert.Empty(
            RefusalCodes()
                .Where(refusal => IsForTheCommandLine(refusal.Holder))
                .Select(refusal => refusal.Code)
                .Where(code => !spoken.Contains(code))
        );
    }

    /// <summary>Starts, backups, restores, imports, the demonstration and the verbs of the engines are the command line's alone.</summary>
    private static bool IsForTheCommandLine(string holder) =>
        holder.StartsWith("Start", StringComparison.Ordinal)
        || holder.StartsWith("Backup", StringComparison.Ordinal)
        || holder.StartsWith("Restore", StringComparison.Ordinal)
        || holder.StartsWith("Import", StringComparison.Ordinal)
        || holder.StartsWith("Link", StringComparison.Ordinal)
        || holder.StartsWith("Demo", StringComparison.Ordinal)
        || holder.StartsWith("ReleaseVerb", StringComparison.Ordinal)
        || holder.StartsWith("ProtectVerb", StringComparison.Ordinal);

    private static HashSet<string> Spoken(string project) =>
        House
            .Files("Text.es.resx", project)
            .SelectMany(House.Words)
            .Select(word => word.Key)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>A key may be put together with a code: <c>T[$"Audit.Result.{row.Result}"]</c> uses all that begin so.</summary>
    private static bool IsUsed(string key, string sources)
    {
        if (sources.Contains($"\"{key}\"", StringComparison.Ordinal))
        {
            return true;
        }

        for (var dot = key.LastIndexOf('.'); dot > 0; dot = key.LastIndexOf('.', dot - 1))
        {
            var start = key[..(dot + 1)];
            if (
                sources.Contains($"$\"{start}{{", StringComparison.Ordinal)
                || sources.Contains($"\"{start}\" +", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Codes that stand in the code as constants: their words are looked up by the code itself.</summary>
    private static HashSet<string> Constants() =>
        House
            .Assemblies.Values.SelectMany(House.WrittenTypes)
            .SelectMany(type =>
                type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            )
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<(string Holder, string Code)> RefusalCodes() =>
        House
            .Assemblies.Values.SelectMany(House.WrittenTypes)
            .Where(type =>
                type.Name.EndsWith("Refusals", StringComparison.Ordinal)
                && type is { IsAbstract: true, IsSealed: true }
            )
            .SelectMany(type =>
                type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            )
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field =>
                ($"{field.DeclaringType!.Name}.{field.Name}", (string)field.GetRawConstantValue()!)
            );

    private static (
        IReadOnlyList<KeyValuePair<string, string>> Es,
        IReadOnlyList<KeyValuePair<string, string>> En
    ) Read(string file)
    {
        var es = Path.Combine(Faro.Tests.Support.SharedData.Repository, file);
        return (
            House.Words(es),
            House.Words(es.Replace(".es.resx", ".en.resx", StringComparison.Ordinal))
        );
    }

    private static HashSet<string> Holes(string text) =>
        Hole()
            .Matches(text)
            .Select(match => match.Groups["index"].Value)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"\{(?<index>\d+)[^}]*\}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Hole();
}
