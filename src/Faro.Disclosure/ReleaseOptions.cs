// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>How records are measured and modelled. Nothing here may be chosen by looking at the records.</summary>
public sealed record ReleaseOptions
{
    /// <summary>The longest combinations that are ever counted.</summary>
    public const int LongestLength = 4;

    /// <summary>What is promised to each person.</summary>
    public required PrivacyLevel Level { get; init; }

    /// <summary>The most attributes of one person that are counted; null lets a noisy look at the lengths choose it.</summary>
    /// <remarks>Over the cap some attributes are left out by lot. A lower cap means less noise and more that is left out.</remarks>
    public int? Cap { get; init; }

    /// <summary>How many attributes together at most are published; 1 to <see cref="LongestLength"/>, default 3.</summary>
    /// <remarks>Four together are never measured: they follow from the model.</remarks>
    public int Length { get; init; } = 3;

    /// <summary>The smallest count that is published, in persons, ≥ 1. Default 10.</summary>
    public int Minimum { get; init; } = 10;

    /// <summary>How many triples are measured at most; ≥ 0. More cost time, not privacy.</summary>
    public int MostTriples { get; init; } = 400_000;

    /// <summary>How many kinds of records the model has, taken up to a multiple of 64; null chooses by the noisy number of persons.</summary>
    public int? Kinds { get; init; }

    /// <summary>Steps of each of the two fits, ≥ 1.</summary>
    public int Steps { get; init; } = 300;

    /// <summary>Whether the values of the domain were read off the records, so that which of them appear is protected too.</summary>
    /// <remarks>Half of δ then goes to values, and rare ones are left out.</remarks>
    public bool IsDomainPrivate { get; init; }

    /// <summary>Refuses what is out of range.</summary>
    internal static void Check(ReleaseOptions options, RecordDomain domain)
    {
        void Need(bool holds, string what)
        {
            if (!holds)
                throw new ArgumentException(what, nameof(options));
        }
        var columns = domain.Columns.Count;
        Need(options.Level != default, "There is no level of privacy.");
        Need(options.Length is >= 1 and <= LongestLength, $"Length: 1 to {LongestLength}.");
        Need(options.Minimum >= 1, "Minimum: at least 1.");
        Need(options.MostTriples >= 0, "MostTriples: at least 0.");
        Need(options.Steps >= 1, "Steps: at least 1.");
        Need(options.Kinds is null or >= 1, "Kinds: at least 1.");
        Need(
            options.Cap is null || (options.Cap >= 1 && options.Cap <= columns),
            $"Cap: 1 to {columns}, the number of columns."
        );
    }
}
