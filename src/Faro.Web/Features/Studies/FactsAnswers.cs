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

    /// <summary>A number that is none becomes one outside its range, so that the rule itself speaks.</summary>
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
            Seed = long.TryParse(Seed, CultureInfo.InvariantCulture, out var seed) ? seed : 0,
            Settings = new StudySettings
            {
                LinkThreshold = Number(LinkThreshold),
                OnePerList = OnePerList == "true",
                Level = Number(Level),
                PairThreshold = Number(PairThreshold),
                Replicates = int.TryParse(
                    Replicates,
                    CultureInfo.InvariantCulture,
                    out var replicates
                )
                    ? replicates
                    : -1,
            },
        };

    public int SeenVersion =>
        int.TryParse(Version, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static FactsAnswers Of(StudySettings settings, long seed) =>
        new()
        {
            Seed = seed.ToString(CultureInfo.InvariantCulture),
            LinkThreshold = settings.LinkThreshold.ToString(CultureInfo.InvariantCulture),
            OnePerList = settings.OnePerList ? "true" : null,
            Level = settings.Level.ToString(CultureInfo.InvariantCulture),
            PairThreshold = settings.PairThreshold.ToString(CultureInfo.InvariantCulture),
            Replicates = settings.Replicates.ToString(CultureInfo.InvariantCulture),
        };

    private static double Number(string? text) =>
        double.TryParse(
            text?.Replace(',', '.'),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : double.NaN;
}
