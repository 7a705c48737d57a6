// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests;

public sealed partial class CodeListsTests
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-MX");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static TheoryData<string> Names => [.. CodeLists.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_code_is_lower_kebab(string name) =>
        Assert.All(CodeLists.Get(name).Entries, entry => Assert.Matches(Kebab(), entry.Code));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_code_has_words_in_both_languages(string name) =>
        Assert.All(
            CodeLists.Get(name).Entries,
            entry =>
            {
                Assert.NotEmpty(entry.Es);
                Assert.NotEmpty(entry.En);
                Assert.Equal(entry.Es.Trim(), entry.Es);
                Assert.Equal(entry.En.Trim(), entry.En);
            }
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_codes_read_alike(string name)
    {
        var entries = CodeLists.Get(name).Entries;

        Assert.Distinct(entries.Select(entry => entry.Es), StringComparer.Ordinal);
        Assert.Distinct(entries.Select(entry => entry.En), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_list_says_where_it_comes_from(string name)
    {
        var list = CodeLists.Get(name);

        Assert.NotEmpty(list.Sources);
        Assert.NotEmpty(list.Licence);
        Assert.True(list.RetrievedOn > new DateOnly(2026, 1, 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_order_counts_from_one_without_gaps(string name) =>
        Assert.Equal(
            Enumerable.Range(1, CodeLists.Get(name).Entries.Count),
            CodeLists.Get(name).Entries.Select(entry => entry.Order)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_article_belongs_to_a_code_of_its_list(string name)
    {
        var file = Path.Combine(
            SharedData.Repository,
            "src",
            "Faro.Programme",
            "CodeLists",
            $"{name}.csv"
        );
        var codes = File.ReadLines(file)
            .Select(line => Article().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["code"].Value);

        Assert.All(codes, code => Assert.True(CodeLists.Get(name).Contains(code), code));
    }

    [Fact]
    public void Every_list_that_the_code_asks_for_exists()
    {
        var asked = Directory
            .EnumerateFiles(
                Path.Combine(SharedData.Repository, "src"),
                "*.*",
                SearchOption.AllDirectories
            )
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .SelectMany(file => AskedFor().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value);

        Assert.All(asked, name => Assert.True(CodeLists.Exists(name), name));
    }

    [Fact]
    public void An_unknown_list_is_a_bug()
    {
        Assert.False(CodeLists.Exists("planets"));
        Assert.Throws<InvalidOperationException>(() => CodeLists.Get("planets"));
    }

    [Fact]
    public void Countries_are_complete_with_both_iso_codes()
    {
        var countries = CodeLists.Get("countries");

        Assert.Equal(249, countries.Entries.Count);
        Assert.All(
            countries.Entries,
            country => Assert.Equal(country.Code.ToUpperInvariant(), country.Htcds)
        );
        Assert.All(countries.Entries, country => Assert.Matches("^[A-Z]{3}$", country.Ctdc));
        Assert.Distinct(countries.Entries.Select(country => country.Ctdc), StringComparer.Ordinal);
        Assert.Equal("GTM", countries.Find("gt")!.Ctdc);
    }

    [Fact]
    public void The_32_states_carry_their_inegi_numbers()
    {
        var states = CodeLists.Get("mexican-states");

        Assert.Equal(32, states.Entries.Count);
        Assert.Equal("Jalisco", states.Label("14", Spanish));
        Assert.Equal("Nayarit", states.Label("18", Spanish));
        Assert.Equal("Chiapas", states.Label("07", Spanish));
        Assert.Equal("Mexico City", states.Label("09", English));
    }

    [Fact]
    public void The_eleven_fractions_of_the_general_law_are_there_in_order()
    {
        string[] fractions = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"];

        var articles = CodeLists.Get("exploitation-forms").Entries.Select(entry => entry.Article);

        Assert.Equal(
            fractions,
            articles
                .Where(article => article.StartsWith("LG 10-", StringComparison.Ordinal))
                .Select(article => article["LG 10-".Length..].Split(',')[0]),
            StringComparer.Ordinal
        );
    }

    [Theory]
    [InlineData("trafficking-status", 3)]
    [InlineData("decision-bodies", 5)]
    [InlineData("recruitment-methods", 10)]
    [InlineData("control-means", 17)]
    [InlineData("sexual-exploitation-types", 4)]
    [InlineData("economic-sectors", 21)]
    [InlineData("support-plan-types", 9)]
    [InlineData("case-statuses", 4)]
    [InlineData("referral-reasons", 3)]
    [InlineData("education", 9)]
    [InlineData("marital-statuses", 6)]
    [InlineData("gender", 6)]
    public void Every_value_of_the_case_data_standard_has_its_code(string name, int values) =>
        Assert.Equal(
            values,
            CodeLists
                .Get(name)
                .Entries.Select(entry => entry.Htcds)
                .Where(value => value.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Count()
        );

    [Fact]
    public void Exploitation_of_every_kind_in_the_standard_can_be_read_in()
    {
        string[] standard =
        [
            "ForcedLabour",
            "SexualExploitation",
            "ChildLabour",
            "ForcedMarriage",
            "Servitude",
            "ForcedMilitaryByNonStateActors",
            "OrganRemoval",
            "ForcedBegging",
            "ForcedAdoption",
            "Surrogacy",
            "Other",
        ];

        Assert.All(
            standard,
            value => Assert.NotNull(CodeLists.Get("exploitation-forms").FromHtcds(value))
        );
    }

    [Fact]
    public void Labels_follow_the_language_and_an_unknown_code_shows_itself()
    {
        var sectors = CodeLists.Get("agency-sectors");

        Assert.Equal("Público municipal", sectors.Label("public-municipal", Spanish));
        Assert.Equal("Public, municipal", sectors.Label("public-municipal", English));
        Assert.Equal(
            "Público municipal",
            sectors.Label("public-municipal", CultureInfo.InvariantCulture)
        );
        Assert.Equal("guild", sectors.Label("guild", Spanish));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kebab();

    [GeneratedRegex("^# article (?<code>[^:]+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Article();

    [GeneratedRegex("CodeLists\\.Get\\(\"(?<name>[^\"]+)\"\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AskedFor();
}
