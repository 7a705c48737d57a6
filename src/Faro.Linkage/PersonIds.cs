// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage;

/// <summary>Numbers of persons that stay from one run to the next, and what became of each.</summary>
/// <param name="OfRecord">Number of the person of each record.</param>
/// <param name="Changes">Every join and split since the run before; a person who only gained new records is not told.</param>
/// <param name="Next">First number never given to anybody: a number is not used twice, even after its person is gone.</param>
public sealed record PersonIds(
    IReadOnlyDictionary<RecordRef, long> OfRecord,
    IReadOnlyList<PersonChange> Changes,
    long Next
)
{
    /// <summary>Before the first run.</summary>
    public static PersonIds None { get; } = new(new Dictionary<RecordRef, long>(), [], 1);

    /// <summary>Carries the numbers over. A cluster takes the number that most of its records had (of several the
    /// smallest); where two clusters claim one number, the one with more of its records keeps it.</summary>
    /// <param name="clusters">Clusters of the new run.</param>
    /// <returns>The new numbers. The order of clusters and of their members does not count, except that new persons
    /// are numbered in the order of the clusters.</returns>
    /// <remarks>Each change is undone by a <see cref="PairDecision"/>: never between the parts of a join, always
    /// between those of a split.</remarks>
    public PersonIds Carry(IReadOnlyList<Cluster> clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        var had = clusters.Select(Had).ToArray();
        var keeper = new Dictionary<long, (int Cluster, int Records)>();
        foreach (var (cluster, numbers) in had.Index())
        {
            foreach (var (number, records) in numbers)
            {
                if (!keeper.TryGetValue(number, out var best) || records > best.Records)
                {
                    keeper[number] = (cluster, records);
                }
            }
        }

        var next = Next;
        var given = new long[clusters.Count];
        var ofRecord = new Dictionary<RecordRef, long>();
        for (var cluster = 0; cluster < given.Length; cluster++)
        {
            var kept = had[cluster]
                .Where(pair => keeper[pair.Key].Cluster == cluster)
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key)
                .Select(pair => pair.Key)
                .FirstOrDefault();
            given[cluster] = kept != 0 ? kept : next++;
            foreach (var member in clusters[cluster].Members)
            {
                ofRecord[new RecordRef(member.Source, member.Row)] = given[cluster];
            }
        }

        return new PersonIds(ofRecord, Told(had, given), next);
    }

    /// <summary>Numbers that the records of a cluster had, and how many each.</summary>
    private SortedDictionary<long, int> Had(Cluster cluster)
    {
        var numbers = new SortedDictionary<long, int>();
        foreach (var member in cluster.Members)
        {
            if (OfRecord.TryGetValue(new RecordRef(member.Source, member.Row), out var number))
            {
                numbers[number] = numbers.GetValueOrDefault(number) + 1;
            }
        }

        return numbers;
    }

    private static List<PersonChange> Told(SortedDictionary<long, int>[] had, long[] given)
    {
        var changes = new List<PersonChange>();
        var parts = new SortedDictionary<long, List<long>>();
        foreach (var (cluster, numbers) in had.Index())
        {
            if (numbers.Count > 1)
            {
                changes.Add(new PersonChange([.. numbers.Keys], [given[cluster]]));
            }

            foreach (var number in numbers.Keys)
            {
                if (!parts.TryGetValue(number, out var into))
                {
                    parts[number] = into = [];
                }

                into.Add(given[cluster]);
            }
        }

        changes.AddRange(
            parts
                .Where(part => part.Value.Count > 1)
                .Select(part => new PersonChange([part.Key], part.Value))
        );
        return changes;
    }
}

/// <summary>A join (several before, one after) or a split (one before, several after).</summary>
/// <param name="Before">Numbers before.</param>
/// <param name="After">Numbers after.</param>
public sealed record PersonChange(IReadOnlyList<long> Before, IReadOnlyList<long> After);
