// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Studies;

/// <summary>What a study is about.</summary>
public sealed record StudyFacts
{
    public const long MostSeed = int.MaxValue;
    public const long DefaultSeed = 20260101;

    public required string TitleEs { get; init; }

    public string TitleEn { get; init; } = "";

    public required string QuestionEs { get; init; }

    public string QuestionEn { get; init; } = "";

    /// <summary>INEGI code of 2 or 5 digits, or empty for the country.</summary>
    public string Territory { get; init; } = "";

    public required string TerritoryName { get; init; }

    public required DateOnly PeriodFrom { get; init; }

    /// <summary>Included.</summary>
    public required DateOnly PeriodTo { get; init; }

    /// <summary>1 to <see cref="MostSeed"/>.</summary>
    public long Seed { get; init; } = DefaultSeed;

    public StudySettings Settings { get; init; } = new();

    internal StudyFacts Tidied() =>
        this with
        {
            TitleEs = TitleEs.Trim(),
            TitleEn = TitleEn.Trim(),
            QuestionEs = QuestionEs.Trim(),
            QuestionEn = QuestionEn.Trim(),
            Territory = Territory.Trim(),
            TerritoryName = TerritoryName.Trim(),
        };

    /// <summary>Call it on tidied facts.</summary>
    internal List<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        refusals.Must(TitleEs.Length > 0, StudyRefusals.TitleMissing, nameof(TitleEs));
        refusals.Must(QuestionEs.Length > 0, StudyRefusals.QuestionMissing, nameof(QuestionEs));
        refusals.AtMost(TitleEs, Study.TitleMaxLength, StudyRefusals.TooLong, nameof(TitleEs));
        refusals.AtMost(TitleEn, Study.TitleMaxLength, StudyRefusals.TooLong, nameof(TitleEn));
        refusals.AtMost(
            QuestionEs,
            Study.QuestionMaxLength,
            StudyRefusals.TooLong,
            nameof(QuestionEs)
        );
        refusals.AtMost(
            QuestionEn,
            Study.QuestionMaxLength,
            StudyRefusals.TooLong,
            nameof(QuestionEn)
        );
        refusals.AtMost(
            TerritoryName,
            Study.TitleMaxLength,
            StudyRefusals.TooLong,
            nameof(TerritoryName)
        );
        refusals.Must(
            Territory.Length == 0 || TerritoryCode.IsKnown(Territory),
            StudyRefusals.TerritoryUnknown,
            nameof(Territory)
        );
        refusals.Must(
            TerritoryName.Length > 0,
            StudyRefusals.TerritoryNameMissing,
            nameof(TerritoryName)
        );
        refusals.Must(
            PeriodFrom > DateOnly.MinValue,
            StudyRefusals.PeriodMissing,
            nameof(PeriodFrom)
        );
        refusals.Must(PeriodTo >= PeriodFrom, StudyRefusals.PeriodBackwards, nameof(PeriodTo));
        refusals.Must(
            Seed is >= 1 and <= MostSeed,
            StudyRefusals.SeedOutOfRange,
            nameof(Seed),
            1,
            MostSeed
        );
        refusals.AddRange(Settings.Check());
        return refusals;
    }

    internal void Apply(Study study)
    {
        study.TitleEs = TitleEs;
        study.TitleEn = TitleEn;
        study.QuestionEs = QuestionEs;
        study.QuestionEn = QuestionEn;
        study.Territory = Territory;
        study.TerritoryName = TerritoryName;
        study.PeriodFrom = PeriodFrom;
        study.PeriodTo = PeriodTo;
        study.Seed = Seed;
        study.Settings = Settings.ToJson();
    }
}
