// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Identification;
using Faro.Programme.Identification.Rules;
using Xunit;
using static Faro.Programme.Tests.Identification.FactSteps;

namespace Faro.Programme.Tests.Identification;

/// <summary>Examples that a lawyer can check by hand against the text of the articles.</summary>
public sealed class AssessorTests
{
    [Fact]
    [Trait("Rule", "R1")]
    public void Act_and_purpose_without_means_are_enough_for_LG_10_and_not_for_Palermo()
    {
        var sheet = Sheet("trafficking-acts:recruit", "exploitation-forms:forced-labour");

        Assert.Equal(Conclusions.Present, sheet.Conclusion(LawBook.Mexico));
        Assert.Equal(Conclusions.CannotBeSaid, sheet.Conclusion(LawBook.Palermo));
        Assert.Equal(ElementStates.NotKnown, sheet.Element(LawBook.Palermo, "means").State);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public void When_every_means_is_ruled_out_the_two_laws_say_opposite_things()
    {
        string[] facts =
        [
            "trafficking-acts:recruit",
            "exploitation-forms:forced-labour",
            .. AllOf("palermo-means", "no"),
            .. AllOf("control-means", "no"),
            .. AllOf("recruitment-deceptions", "no"),
        ];
        var sheet = Sheet(facts);

        Assert.Equal(Conclusions.NotPresent, sheet.Conclusion(LawBook.Palermo));
        Assert.Equal(Conclusions.Present, sheet.Conclusion(LawBook.Mexico));
        // And the offence of forced labour keeps means of its own, of which LG 22-II and abuse of law are still open.
        Assert.Equal(Conclusions.CannotBeSaid, sheet.Offence("lg-22").Conclusion);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public void To_retain_is_an_act_of_LG_10_that_Palermo_does_not_name()
    {
        var sheet = Sheet(
            "trafficking-acts:retain",
            "control-means:physical-abuse",
            "exploitation-forms:sexual-exploitation"
        );

        Assert.Equal(Conclusions.Present, sheet.Conclusion(LawBook.Mexico));
        Assert.Equal(ElementStates.NotKnown, sheet.Element(LawBook.Palermo, "act").State);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public void Deceit_of_an_adult_meets_all_three_elements_and_names_the_facts()
    {
        var sheet = Sheet(
            "trafficking-acts:entice",
            "recruitment-deceptions:job",
            "exploitation-forms:sexual-exploitation",
            "sexual-exploitation-types:prostitution",
            "control-means:takes-earnings"
        );

        Assert.Equal(Conclusions.Present, sheet.Conclusion(LawBook.Palermo));
        Assert.Equal(Conclusions.Present, sheet.Conclusion(LawBook.Mexico));
        var offence = sheet.Offence("lg-13");
        Assert.Equal(Conclusions.Present, offence.Conclusion);
        var shown = Assert.Single(offence.Elements.First(each => each.Code == "means").Shown);
        Assert.Equal("LG 13-I", shown.Name.Article);
        Assert.Equal("job", Assert.Single(shown.Facts).Code);
    }

    [Theory]
    [InlineData("9-17")]
    [InlineData("0-8")]
    [Trait("Rule", "R2")]
    public void Means_need_not_be_shown_for_a_child(string band)
    {
        var sheet = Sheet(
            Aged(band),
            null,
            "trafficking-acts:harbour",
            "exploitation-forms:sexual-exploitation",
            "sexual-exploitation-types:prostitution",
            "offence-circumstances:somebody-benefits"
        );

        Assert.Equal(ElementStates.NotRequired, sheet.Element(LawBook.Palermo, "means").State);
        Assert.Equal(Conclusions.Present, sheet.Conclusion(LawBook.Palermo));
        Assert.Equal(ElementStates.NotRequired, sheet.Offence("lg-13").State("means"));
        Assert.Equal(Conclusions.Present, sheet.Offence("lg-13").Conclusion);
    }

    [Fact]
    [Trait("Rule", "R2")]
    public void Means_need_not_be_shown_for_who_could_not_understand_the_act()
    {
        var sheet = Sheet(
            "trafficking-acts:transport",
            "person-capacities:unable-to-understand",
            "exploitation-forms:sexual-exploitation"
        );

        Assert.Equal(ElementStates.NotRequired, sheet.Element(LawBook.Palermo, "means").State);
        Assert.Equal(ElementStates.NotRequired, sheet.Offence("lg-13").State("means"));
    }

    [Fact]
    [Trait("Rule", "R2")]
    public void Forced_labour_keeps_its_means_even_for_a_child_since_LG_22_waives_none() =>
        Assert.Equal(
            ElementStates.NotKnown,
            Sheet(Aged("9-17"), null, "exploitation-forms:forced-labour")
                .Offence("lg-22")
                .State("means")
        );

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData("21-23", true)]
    [Trait("Rule", "R3")]
    public void Age_in_doubt_presumes_a_minor_until_a_proof_settles_it(string band, bool inDoubt)
    {
        string[] facts = ["trafficking-acts:receive", "exploitation-forms:slavery"];
        var presumed = Sheet(Aged(band, inDoubt), null, facts);
        var settled = Sheet(
            Aged(band, inDoubt),
            null,
            [.. facts, "age-proofs:adult-by-medical-opinion"]
        );

        Assert.Equal(AgeFinding.Presumed, presumed.Age.State);
        Assert.Equal(Conclusions.Present, presumed.Conclusion(LawBook.Palermo));
        Assert.Equal(AgeFinding.Adult, settled.Age.State);
        Assert.Equal(Conclusions.CannotBeSaid, settled.Conclusion(LawBook.Palermo));
    }

    [Theory]
    [InlineData("18-20", 2020, AgeFinding.Shown)]
    [InlineData("18-20", 2025, AgeFinding.Presumed)]
    [InlineData("24-26", 2025, AgeFinding.Adult)]
    [InlineData("48-plus", 2010, AgeFinding.Adult)]
    [Trait("Rule", "R3")]
    public void The_age_that_counts_is_the_one_when_it_began(
        string band,
        int began,
        string state
    ) =>
        Assert.Equal(
            state,
            new FactSheet([], new AgeClues(band, false, Today, new DateOnly(began, 3, 1), []))
                .Age
                .State
        );

    [Fact]
    [Trait("Rule", "R3")]
    public void An_age_told_for_then_comes_before_a_band_of_today() =>
        Assert.Equal(
            AgeFinding.Shown,
            new FactSheet([], new AgeClues("30-38", false, Today, null, [16])).Age.State
        );

    [Theory]
    [InlineData("2012-06-14", null)]
    [InlineData("2012-06-15", "2012")]
    [InlineData("2024-06-07", "2012")]
    [InlineData("2024-06-08", "2024")]
    [InlineData("2026-11-25", "2024")]
    public void The_law_is_the_one_of_the_last_day_of_what_was_done(string day, string? version)
    {
        var sheet = Sheet(
            Adult,
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            "trafficking-acts:recruit",
            "exploitation-forms:labour-exploitation"
        );
        var finding = Assessor.Assess(sheet, Today).Law(LawBook.Mexico);

        Assert.Equal(version, finding.Version?.Version);
        Assert.Equal(
            version is null ? Conclusions.CannotBeSaid : Conclusions.Present,
            finding.Conclusion
        );
    }

    [Theory]
    [InlineData("2024-06-07", ElementStates.NotKnown)]
    [InlineData("2024-06-08", ElementStates.Met)]
    public void Hours_above_the_law_are_labour_exploitation_since_the_reform_of_2024(
        string day,
        string state
    ) =>
        Assert.Equal(
            state,
            Sheet(
                    Adult,
                    DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                    "exploitation-forms:labour-exploitation",
                    "working-conditions:above-legal-hours"
                )
                .Offence("lg-21")
                .State("practices")
        );

    [Theory]
    [InlineData("2024-06-07", Conclusions.CannotBeSaid)]
    [InlineData("2024-06-08", Conclusions.Present)]
    public void Use_in_crime_of_who_cannot_understand_is_exploitation_since_2024(
        string day,
        string conclusion
    ) =>
        Assert.Equal(
            conclusion,
            Sheet(
                    Adult,
                    DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                    "trafficking-acts:recruit",
                    "exploitation-forms:minors-in-crime",
                    "person-capacities:unable-to-understand"
                )
                .Conclusion(LawBook.Mexico)
        );

    [Fact]
    public void Vulnerability_is_no_means_until_somebody_took_advantage_of_it()
    {
        string[] facts =
        [
            "trafficking-acts:recruit",
            "exploitation-forms:sexual-exploitation",
            "vulnerability-factors:migration-or-disability",
        ];

        Assert.Equal(ElementStates.NotKnown, Sheet(facts).Element(LawBook.Palermo, "means").State);
        Assert.Equal(
            ElementStates.Met,
            Sheet([.. facts, "palermo-means:abuse-of-vulnerability"])
                .Element(LawBook.Palermo, "means")
                .State
        );
    }

    [Fact]
    public void A_doubtful_fact_shows_nothing_and_is_named()
    {
        var act = Sheet("trafficking-acts:recruit?").Element(LawBook.Mexico, "act");

        Assert.Equal(ElementStates.NotKnown, act.State);
        Assert.Equal("recruit", Assert.Single(act.Doubtful).Code);
    }

    [Fact]
    public void A_contradiction_is_shown_and_does_not_unmake_what_is_shown()
    {
        var act = Sheet("trafficking-acts:recruit", "trafficking-acts:recruit=no")
            .Element(LawBook.Mexico, "act");

        Assert.Equal(ElementStates.Met, act.State);
        Assert.Single(act.Against);
    }

    [Fact]
    public void Exploitation_that_was_intended_and_did_not_happen_is_a_purpose() =>
        Assert.Equal(
            ElementStates.Met,
            Sheet("exploitation-intended:organ-trafficking")
                .Element(LawBook.Mexico, "purpose")
                .State
        );

    [Fact]
    public void Nothing_recorded_says_nothing_and_lists_every_way()
    {
        var assessment = Assessor.Assess(Sheet(), Today);

        Assert.All(assessment.Laws, law => Assert.Equal(Conclusions.CannotBeSaid, law.Conclusion));
        Assert.Equal(8, assessment.Law(LawBook.Mexico).Elements[0].Missing.Count);
        // Of the eleven fractions, VIII concerns a minor alone.
        Assert.Equal(10, assessment.Law(LawBook.Mexico).Elements[1].Missing.Count);
        Assert.Empty(assessment.Law(LawBook.Mexico).Modalities);
    }

    [Fact]
    public void Every_offence_of_a_form_of_LG_10_has_elements_in_force_today() =>
        Assert.All(
            LawBook.Offences,
            offence =>
            {
                Assert.NotEmpty(offence.Elements);
                Assert.All(
                    offence.Elements,
                    element => Assert.Contains(element.Ways, way => way.IsLawOn(Today))
                );
                Assert.True(
                    offence.Form.Length == 0
                        || CodeLists.Get("exploitation-forms").Contains(offence.Form),
                    offence.Code
                );
            }
        );

    private static IEnumerable<string> AllOf(string kind, string answer) =>
        FactKinds.Get(kind).Codes.Entries.Select(entry => $"{kind}:{entry.Code}={answer}");
}
