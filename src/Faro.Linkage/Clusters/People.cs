// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Clusters;

/// <summary>Groups of rows, told as persons in the order of the input.</summary>
internal static class People
{
    public static IReadOnlyList<Cluster> Of(
        IEnumerable<JoinedGroup> groups,
        RecordTable table,
        IReadOnlyList<PersonRecord> labels
    )
    {
        var members = new List<(ClusterMember[] Members, Probability Weakest)>();
        var isJoined = new bool[labels.Count];
        foreach (var group in groups)
        {
            var joined = group
                .Rows.Select((row, place) => Member(labels, table.Input[row], group.Means[place]))
                .OrderBy(member => member.Index)
                .ToArray();
            members.Add((joined, new Bits(group.Weakest).ToProbability()));
            foreach (var member in joined)
            {
                isJoined[member.Index] = true;
            }
        }

        for (var index = 0; index < isJoined.Length; index++)
        {
            if (!isJoined[index])
            {
                members.Add(([Member(labels, index, double.PositiveInfinity)], new Probability(1)));
            }
        }

        members.Sort((left, right) => left.Members[0].Index.CompareTo(right.Members[0].Index));
        return
        [
            .. members.Select(
                (person, place) => new Cluster(place + 1, person.Members, person.Weakest)
            ),
        ];
    }

    private static ClusterMember Member(
        IReadOnlyList<PersonRecord> labels,
        int index,
        double bits
    ) =>
        new(
            index,
            labels[index].Source,
            labels[index].Row,
            labels[index].Id,
            new Bits(bits).ToProbability()
        );
}
