// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Comparison;

namespace Faro.Linkage.Weights;

/// <summary>Whether the lists hold families. Where there are no brothers and sisters there are no twins, and a pair that
/// agrees in all but the given name is a slip of the pen.</summary>
internal static class Twins
{
    /// <summary>Fewer pairs that look like twins say nothing: then twins are assumed, because joining two people is
    /// worse than leaving one in two.</summary>
    private const long Few = 10;

    /// <summary>Comparisons that a family shares.</summary>
    private static readonly string[] Homes = ["place", "phone", "street"];

    /// <summary>Whether pairs that look like siblings are at least as many as pairs that look like twins.</summary>
    /// <param name="patterns">Candidate pairs per pattern of levels.</param>
    /// <param name="aspects">What is compared.</param>
    public static bool Are(SortedDictionary<ulong, long> patterns, Aspects aspects)
    {
        var given = Place(aspects, "given");
        var surnames = Place(aspects, "surnames");
        var birth = Place(aspects, "birth");
        if (given < 0 || surnames < 0 || birth < 0)
        {
            return true;
        }

        var homes = Homes.Select(name => Place(aspects, name)).Where(place => place >= 0).ToArray();
        var (twins, siblings) = (0L, 0L);
        foreach (var (pattern, count) in patterns)
        {
            if (
                aspects.Level(pattern, surnames) != 1
                || aspects.Level(pattern, given) != aspects.All[given].Levels.Count
            )
            {
                continue;
            }

            var level = aspects.Level(pattern, birth);
            twins += level == 1 ? count : 0;
            siblings +=
                level >= BirthAspect.FirstApart
                && Array.Exists(homes, home => aspects.Level(pattern, home) is 1 or 2)
                    ? count
                    : 0;
        }

        return twins < Few || siblings >= twins;
    }

    private static int Place(Aspects aspects, string name) =>
        Array.FindIndex(aspects.All, aspect => aspect.Name == name);
}
