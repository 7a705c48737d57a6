// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Clusters;

/// <summary>Groups of rows, told as persons in the order of the input.</summary>
internal static class People
{
    public static IReadOnlyList<Cluster> Of(
        IEnumerable<JoinedGroup> groups,
        RecordTable table,
        Labels labels
    )
    {
        var members = new List<(ClusterMember[] Members, Probability Weakest)>();
        var certain = new Probability(1);
        var isJoined = new bool[labels.Count];
        foreach (var group in groups)
        {
            var joined = group
                .Rows.Select(
                    (row, place) =>
                        labels.Member(
                            table.Input[row],
                            new Bits(group.Means[place]).ToProbability()
                        )
                )
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
                members.Add(([labels.Member(index, certain)], certain));
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
}
