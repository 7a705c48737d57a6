// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Studies;
using Faro.Web.FormParts;

namespace Faro.Web.Features.Studies;

/// <summary>What the form on a study's facts posts, as written.</summary>
public sealed class FactsAnswers
{
    public string? TitleEs { get; set; }
    public string? TitleEn { get; set; }
    public string? QuestionEs { get; set; }
    public string? QuestionEn { get; set; }
    public string? Territory { get; set; }
    public string? TerritoryName { get; set; }
    public string? PeriodFrom { get; set; }
    public string? PeriodTo { get; set; }
    public string? Seed { get; set; }
    public string? LinkThreshold { get; set; }
    public string? OnePerList { get; set; }
    public string? Level { get; set; }
    public string? PairThreshold { get; set; }
    public string? Replicates { get; set; }
    public string? Version { get; set; }

    public static FactsAnswers From(Study study)
    {
        var answers = Of(StudySettings.FromJson(study.Settings), study.Seed);
        answers.TitleEs = study.TitleEs;
        answers.TitleEn = study.TitleEn;
        answers.QuestionEs = study.QuestionEs;
        answers.QuestionEn = study.QuestionEn;
        answers.Territory = study.Territory;
        answers.TerritoryName = study.TerritoryName;
        answers.PeriodFrom = PostedDay.Write(study.PeriodFrom);
        answers.PeriodTo = PostedDay.Write(study.PeriodTo);
        answers.Version = study.Version.ToString(CultureInfo.InvariantCulture);
        return answers;
    }

    /// <summary>A new study's form, with the settings that need no thought.</summary>
    public static FactsAnswers Blank() => Of(new StudySettings(), StudyFacts.DefaultSeed);

    public StudyFacts ToFacts() =>
        new()
        {
            TitleEs = TitleEs ?? "",
            TitleEn = TitleEn ?? "",
            QuestionEs = QuestionEs ?? "",
            QuestionEn = QuestionEn ?? "",
            Territory = Territory ?? "",
            TerritoryName = TerritoryName ?? "",
            PeriodFrom = PostedDay.Read(PeriodFrom) ?? DateOnly.MinValue,
            PeriodTo = PostedDay.Read(PeriodTo) ?? DateOnly.MinValue,
            Seed = PostedNumber.Long(Seed),
            Settings = new StudySettings
            {
                LinkThreshold = PostedNumber.Fraction(LinkThreshold),
                OnePerList = OnePerList == "true",
                Level = PostedNumber.Fraction(Level),
                PairThreshold = PostedNumber.Fraction(PairThreshold),
                Replicates = PostedNumber.Whole(Replicates),
            },
        };

    public int SeenVersion =>
        int.TryParse(Version, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static FactsAnswers Of(StudySettings settings, long seed) =>
        new()
        {
            Seed = PostedNumber.Write(seed),
            LinkThreshold = PostedNumber.Write(settings.LinkThreshold),
            OnePerList = settings.OnePerList ? "true" : null,
            Level = PostedNumber.Write(settings.Level),
            PairThreshold = PostedNumber.Write(settings.PairThreshold),
            Replicates = PostedNumber.Write(settings.Replicates),
        };
}
