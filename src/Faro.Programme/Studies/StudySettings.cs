// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Faro.Programme.Studies;

/// <summary>How the steps are to be done. Every member has a default that needs no thought.</summary>
public sealed record StudySettings
{
    public const int MostReplicates = 10_000;

    /// <summary>Records are one person while the evidence is at least this probable; 0.01 to 0.99.</summary>
    public double LinkThreshold { get; init; } = 0.5;

    /// <summary>No list holds a person twice.</summary>
    public bool OnePerList { get; init; }

    /// <summary>Level of the interval of the estimate; 0.5 to 0.999.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>A pair of lists may depend on each other when its p-value is below this; 0 to 1.</summary>
    public double PairThreshold { get; init; } = 0.02;

    /// <summary>Bootstrap replicates; 0 to <see cref="MostReplicates"/>.</summary>
    public int Replicates { get; init; } = 1000;

    public string ToJson() => JsonSerializer.Serialize(this, StudyJson.Plain);

    /// <exception cref="JsonException">Not settings.</exception>
    public static StudySettings FromJson(string json) =>
        JsonSerializer.Deserialize<StudySettings>(json, StudyJson.Plain) ?? new();

    internal IEnumerable<Refusal> Check()
    {
        if (LinkThreshold is not (>= 0.01 and <= 0.99))
        {
            yield return Outside(nameof(LinkThreshold), 0.01, 0.99);
        }

        if (Level is not (>= 0.5 and <= 0.999))
        {
            yield return Outside(nameof(Level), 0.5, 0.999);
        }

        if (PairThreshold is not (>= 0 and <= 1))
        {
            yield return Outside(nameof(PairThreshold), 0, 1);
        }

        if (Replicates is < 0 or > MostReplicates)
        {
            yield return Outside(nameof(Replicates), 0, MostReplicates);
        }
    }

    private static Refusal Outside(string field, double least, double most) =>
        new(StudyRefusals.SettingOutOfRange, field, least, most);
}
