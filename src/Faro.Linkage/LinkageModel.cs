// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Faro.Linkage;

/// <summary>What was learnt from the lists: how telling each agreement is. Holds no person's value and may be kept and shown.</summary>
/// <param name="Format">Version of this file's form and of the cleaning of values; 2 now.</param>
/// <param name="Seed">Seed of the run that learnt it.</param>
/// <param name="Records">Records that it was learnt from.</param>
/// <param name="MatchShare">λ: share of all pairs of records that are the same person, 0 to 1.</param>
/// <param name="ExpectedMatches">Pairs expected to be the same person among those compared.</param>
/// <param name="Iterations">Rounds that the EM algorithm took.</param>
/// <param name="Comparisons">One per compared aspect of a person.</param>
/// <param name="Rules">How candidate pairs were found, in order.</param>
/// <param name="HasTwins">Whether the lists hold families: two people with one birth date and the same surnames but
/// given names of their own are then twins, never one person.</param>
public sealed record LinkageModel(
    int Format,
    ulong Seed,
    int Records,
    double MatchShare,
    double ExpectedMatches,
    int Iterations,
    IReadOnlyList<ComparisonWeights> Comparisons,
    IReadOnlyList<BlockingRule> Rules,
    bool HasTwins
)
{
    /// <summary>The format that this version writes and reads.</summary>
    public const int CurrentFormat = 2;

    /// <summary>As indented JSON that people can read.</summary>
    /// <returns>One JSON document.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, ModelJson.Default.LinkageModel);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">One JSON document.</param>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException">Not a model, or of another format.</exception>
    public static LinkageModel FromJson(string json)
    {
        var model = JsonSerializer.Deserialize(json, ModelJson.Default.LinkageModel);
        return
            model
                is {
                    Format: CurrentFormat,
                    Comparisons: not null,
                    Rules: not null,
                    MatchShare: > 0 and < 1
                }
            && model.Comparisons.All(IsSound)
            ? model
            : throw new JsonException($"Not a linkage model of format {CurrentFormat}.");
    }

    private static bool IsSound(ComparisonWeights? comparison) =>
        comparison is { Name: not null, Levels: not null }
        && comparison.Levels.All(level =>
            level is { Code: not null, M: >= 0 and <= 1, U: >= 0 and <= 1 }
            && double.IsFinite(level.Bits)
        );
}

/// <summary>Weights of one comparison.</summary>
/// <param name="Name">Stable name: given, surnames, birth, sex, place, postcode, street, number, phone, document, alias, other.</param>
/// <param name="Levels">Levels from most to least alike; a pair where a side is missing takes none and weighs nothing.</param>
public sealed record ComparisonWeights(string Name, IReadOnlyList<LevelWeight> Levels);

/// <summary>Weight of one level.</summary>
/// <param name="Code">Stable kebab-case code of the level, such as <c>equal</c> or <c>day-month-swapped</c>.</param>
/// <param name="M">Share of pairs of the same person that take this level, 0 to 1.</param>
/// <param name="U">Share of pairs of different persons that take this level, 0 to 1.</param>
/// <param name="Bits">log₂(M / U): what the level adds to the evidence, before term frequency.</param>
public sealed record LevelWeight(string Code, double M, double U, double Bits);

/// <summary>One way in which candidate pairs were found.</summary>
/// <param name="Name">The fields whose keys must agree, joined by +.</param>
/// <param name="Pairs">Pairs that this rule was the first to find.</param>
/// <param name="Used">False when the rule would have cost more pairs than allowed.</param>
/// <param name="SkippedRecords">Records in blocks too large to compare.</param>
/// <param name="ExpectedMatches">Matches expected among the pairs that it was the first to find.</param>
public sealed record BlockingRule(
    string Name,
    long Pairs,
    bool Used,
    int SkippedRecords,
    double ExpectedMatches
);

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(LinkageModel))]
internal sealed partial class ModelJson : JsonSerializerContext;
