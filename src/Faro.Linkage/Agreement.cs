// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Linkage;

/// <summary>How well clusters agree with a known truth.</summary>
/// <param name="Pairwise">Over pairs of records: of those joined, how many are right; of those to be joined, how many were.</param>
/// <param name="BCubed">Over records: the share of her cluster that is she, the share of her records that are in it; means.</param>
/// <param name="ExactClusters">Over persons: of the clusters, how many are a person exactly; of the persons, how many are a cluster exactly.</param>
/// <param name="LargestCluster">Records of the largest cluster.</param>
/// <param name="LargestPerson">Records of the person with most.</param>
/// <remarks>Sources: pairwise measures as in Christen, Data Matching, 2012, chapter 7; B³ is Bagga and Baldwin, 1998.
/// Cost: O(n).</remarks>
public sealed record Agreement(
    PrecisionRecall Pairwise,
    PrecisionRecall BCubed,
    PrecisionRecall ExactClusters,
    int LargestCluster,
    int LargestPerson
)
{
    /// <summary>Compares.</summary>
    /// <param name="clusters">Every record once, as <see cref="LinkageResult.Clusters"/> has them.</param>
    /// <param name="truth">The true person of each record, by place in the input.</param>
    /// <param name="counts">Which records are counted, by place in the input; all when left out. A pair counts half for
    /// each of its records that counts, so that slices add up.</param>
    /// <returns>The measures; each 0 to 1.</returns>
    /// <exception cref="ArgumentException">A record without a truth.</exception>
    public static Agreement Of(
        IReadOnlyList<Cluster> clusters,
        IReadOnlyList<string> truth,
        IReadOnlyList<bool>? counts = null
    )
    {
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(truth);
        if (clusters.Sum(cluster => cluster.Members.Count) != truth.Count)
        {
            Throw.Contract("Not every record has one cluster and one truth.", nameof(truth));
        }

        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var person in truth)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sizes, person, out _)++;
        }

        var tally = new Tally(counts);
        foreach (var cluster in clusters)
        {
            tally.Add(cluster, truth, sizes);
        }

        return tally.Measures(clusters.Count, sizes);
    }

    private sealed class Tally(IReadOnlyList<bool>? counts)
    {
        private readonly Dictionary<string, int> _same = new(StringComparer.Ordinal);
        private double _rightPairs;
        private double _joinedPairs;
        private double _truePairs;
        private double _precision;
        private double _recall;
        private long _records;
        private int _exact;
        private int _largest;

        public void Add(Cluster cluster, IReadOnlyList<string> truth, Dictionary<string, int> sizes)
        {
            _same.Clear();
            foreach (var member in cluster.Members)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_same, truth[member.Index], out _)++;
            }

            var size = cluster.Members.Count;
            _largest = Math.Max(_largest, size);
            _exact += _same.Count == 1 && sizes[truth[cluster.Members[0].Index]] == size ? 1 : 0;
            foreach (var member in cluster.Members)
            {
                if (counts is not null && !counts[member.Index])
                {
                    continue;
                }

                var (same, whole) = (_same[truth[member.Index]], sizes[truth[member.Index]]);
                _rightPairs += (same - 1) / 2.0;
                _joinedPairs += (size - 1) / 2.0;
                _truePairs += (whole - 1) / 2.0;
                _precision += (double)same / size;
                _recall += (double)same / whole;
                _records++;
            }
        }

        public Agreement Measures(int clusters, Dictionary<string, int> sizes) =>
            new(
                PrecisionRecall.Of(_rightPairs, _joinedPairs, _truePairs),
                new PrecisionRecall(Share(_precision, _records), Share(_recall, _records)),
                PrecisionRecall.Of(_exact, clusters, sizes.Count),
                _largest,
                sizes.Count == 0 ? 0 : sizes.Values.Max()
            );
    }

    private static double Share(double part, double whole) => whole == 0 ? 1 : part / whole;
}

/// <summary>Precision and recall.</summary>
/// <param name="Precision">Of what was found, the share that is right; 0 to 1, 1 when nothing was found.</param>
/// <param name="Recall">Of what is right, the share that was found; 0 to 1, 1 when there was nothing to find.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PrecisionRecall(double Precision, double Recall)
{
    /// <summary>Harmonic mean of both; 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    internal static PrecisionRecall Of(double right, double found, double all) =>
        new(found == 0 ? 1 : right / found, all == 0 ? 1 : right / all);
}
