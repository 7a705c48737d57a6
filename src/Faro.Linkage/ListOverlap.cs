// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage;

/// <summary>Persons per capture history: what an estimate of the unseen is made from.</summary>
/// <param name="Sources">Lists; bit i of a history stands for list i.</param>
/// <param name="Counts">Persons per history (1 to 2^lists − 1), histories in rising order; those without a person are left out.</param>
public sealed record ListOverlap(
    IReadOnlyList<string> Sources,
    IReadOnlyDictionary<int, int> Counts
)
{
    /// <summary>Most lists that a history can hold.</summary>
    public const int MaxLists = 31;

    internal static ListOverlap Count(
        IReadOnlyList<Cluster> clusters,
        IReadOnlyList<string>? sources
    )
    {
        sources ??=
        [
            .. clusters
                .SelectMany(cluster => cluster.Members)
                .Select(member => member.Source)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (sources.Count > MaxLists)
        {
            Throw.Contract($"{sources.Count} lists; allowed: {MaxLists}.", nameof(sources));
        }

        var bits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (!bits.TryAdd(source, 1 << bits.Count))
            {
                Throw.Contract("A list is named twice.", nameof(sources));
            }
        }

        var counts = new SortedDictionary<int, int>();
        foreach (var cluster in clusters)
        {
            var history = 0;
            foreach (var member in cluster.Members)
            {
                history |= bits.GetValueOrDefault(member.Source);
            }

            if (history != 0)
            {
                counts[history] = counts.GetValueOrDefault(history) + 1;
            }
        }

        return new ListOverlap(sources, counts);
    }
}
