// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Estimation;

namespace Faro.Programme.Studies.Analyses;

/// <summary>How one estimate is to be made. Every member has a default that needs no thought.</summary>
public sealed record AnalysisSettings
{
    public const int MostSimulations = 1000;
    public const long MostBenchmark = CaptureTable.MostPeople;

    /// <summary>Every method that can be asked for, in the order they are reported.</summary>
    public static IReadOnlyList<string> AllMethods { get; } =
    [
        .. EstimateOptions
            .Everything.Where(choice => !IsOfTwoLists(choice.Kind))
            .Select(choice => Estimate.NameOf(choice.Kind)),
    ];

    /// <summary>Names of the lists used; empty takes all.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>Names of <see cref="AllMethods"/>; empty takes all.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Level of the intervals; 0.5 to 0.999.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>A pair of lists may depend on each other when its p-value is below this; 0 to 1.</summary>
    public double PairThreshold { get; init; } = 0.02;

    /// <summary>Bootstrap replicates; 0 to <see cref="StudySettings.MostReplicates"/>.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>1 to <see cref="StudyFacts.MostSeed"/>.</summary>
    public long Seed { get; init; } = StudyFacts.DefaultSeed;

    /// <summary>A number of people known from elsewhere; null when there is none.</summary>
    public long? Benchmark { get; init; }

    /// <summary>Whether to see how far the answer moves when something moves that nobody can know.</summary>
    public bool Sensitivity { get; init; } = true;

    /// <summary>Tables simulated to see how often the interval holds the truth; 0 leaves the reality checks out.</summary>
    public int Simulations { get; init; } = 100;

    /// <summary>What a study's own settings ask for.</summary>
    public static AnalysisSettings Of(StudySettings settings, long seed) =>
        new()
        {
            Level = settings.Level,
            PairThreshold = settings.PairThreshold,
            Replicates = settings.Replicates,
            Seed = seed,
        };

    public string ToJson() => JsonSerializer.Serialize(this, StudyJson.Plain);

    /// <exception cref="JsonException">Not settings.</exception>
    public static AnalysisSettings FromJson(string json) =>
        JsonSerializer.Deserialize<AnalysisSettings>(json, StudyJson.Plain) ?? new();

    /// <summary>The methods in the order of a run.</summary>
    internal IReadOnlyList<ModelChoice> Choices =>
        [
            .. EstimateOptions.Everything.Where(choice =>
                (Methods.Count == 0 && !IsOfTwoLists(choice.Kind))
                || Methods.Contains(Estimate.NameOf(choice.Kind), StringComparer.Ordinal)
            ),
        ];

    /// <param name="lists">Names of the lists there are.</param>
    internal List<Refusal> Check(IReadOnlyList<string> lists)
    {
        var refusals = new List<Refusal>();
        void Within(bool holds, string field, object least, object most) =>
            refusals.Must(holds, StudyRefusals.SettingOutOfRange, field, least, most);

        Within(Level is >= 0.5 and <= 0.999, nameof(Level), 0.5, 0.999);
        Within(PairThreshold is >= 0 and <= 1, nameof(PairThreshold), 0, 1);
        Within(
            Replicates is >= 0 and <= StudySettings.MostReplicates,
            nameof(Replicates),
            0,
            StudySettings.MostReplicates
        );
        Within(Seed is >= 1 and <= StudyFacts.MostSeed, nameof(Seed), 1, StudyFacts.MostSeed);
        Within(
            Benchmark is null or (>= 1 and <= MostBenchmark),
            nameof(Benchmark),
            1,
            MostBenchmark
        );
        Within(Simulations is >= 0 and <= MostSimulations, nameof(Simulations), 0, MostSimulations);
        refusals.Must(
            Methods.All(method => AllMethods.Contains(method, StringComparer.Ordinal)),
            AnalysisRefusals.MethodUnknown,
            nameof(Methods)
        );
        refusals.Must(
            Lists.Count is 0 or >= CaptureTable.FewestLists
                && Lists.All(list => lists.Contains(list, StringComparer.Ordinal)),
            AnalysisRefusals.ListsTooFew,
            nameof(Lists),
            CaptureTable.FewestLists
        );
        return refusals;
    }

    /// <summary>Its figure for two lists could be turned back into how many are on both, which the study may have to hide.</summary>
    private static bool IsOfTwoLists(ModelKind kind) =>
        kind is ModelKind.Chapman or ModelKind.LincolnPetersen;
}
