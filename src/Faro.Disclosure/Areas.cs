// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>Merges places up their tree until each area has enough persons in every period.</summary>
/// <remarks>One partition for all periods: with two that are nested, the difference of two areas would be a small one. What is
/// left over below a place is taken together as the rest of it; what is still too few goes up, and at last joins the
/// smallest area beside it.</remarks>
public static class Areas
{
    /// <summary>What the rest of a place is called: the place and this.</summary>
    public const string Rest = "+";

    /// <summary>The area of each leaf.</summary>
    /// <param name="places">Rolls up: municipality, region, state, country.</param>
    /// <param name="periods">Persons per leaf code for each period, at least one period; a leaf that is absent has nobody.</param>
    /// <param name="minimum">Persons that each area has in every period; ≥ 1.</param>
    /// <returns>Leaf code → area: a place when the area is all of it, else the place with <see cref="Rest"/>, or
    /// <see cref="Dimension.TotalCode"/> when there are too few persons for more than one area.</returns>
    /// <exception cref="ArgumentException">No period, an unknown leaf, or a negative count.</exception>
    /// <remarks>Cost: O(places · periods). Which areas were merged tells that some of their parts are small, as any such map
    /// does; it is decided from all periods at once and must not be decided anew when one is added.</remarks>
    public static IReadOnlyDictionary<string, string> Merge(
        Dimension places,
        IReadOnlyList<IReadOnlyDictionary<string, long>> periods,
        long minimum
    )
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        if (periods.Count == 0)
            throw new ArgumentException("There is no period.", nameof(periods));
        foreach (var (code, count) in periods.SelectMany(period => period))
            if (count < 0 || !places.IsLeaf(places.Node(code)))
                throw new ArgumentException(
                    $"'{code}' is no leaf or counts {count}.",
                    nameof(periods)
                );
        var (areas, left) = Under(places, 0, periods, minimum);
        if (left is not null)
        {
            if (areas.Count == 0)
                areas.Add(left with { Name = Dimension.TotalCode });
            else
            {
                var smallest = areas.MinBy(area => area.Counts.Sum())!;
                areas.Remove(smallest);
                areas.Add(Together([smallest, left], smallest.Name + Rest));
            }
        }
        return areas
            .SelectMany(area => area.Leaves.Select(leaf => (leaf, area.Name)))
            .ToDictionary(each => each.leaf, each => each.Name, StringComparer.Ordinal);
    }

    /// <summary>Areas below a place, and what is left over of it.</summary>
    private static (List<Area> Areas, Area? Left) Under(
        Dimension places,
        int node,
        IReadOnlyList<IReadOnlyDictionary<string, long>> periods,
        long minimum
    )
    {
        var name = places.Code(node);
        if (places.IsLeaf(node))
        {
            var area = new Area(
                name,
                [name],
                [.. periods.Select(period => period.GetValueOrDefault(name))]
            );
            return area.Counts.Min() >= minimum ? ([area], null) : ([], area);
        }
        var areas = new List<Area>();
        var parts = new List<Area>();
        foreach (var child in places.Children(node))
        {
            var (found, left) = Under(places, child, periods, minimum);
            areas.AddRange(found);
            if (left is not null)
                parts.Add(left);
        }
        if (parts.Count == 0)
            return (areas, null);
        var rest = Together(parts, areas.Count == 0 ? name : name + Rest);
        if (rest.Counts.Min() < minimum)
            return (areas, rest);
        areas.Add(rest);
        return (areas, null);
    }

    private static Area Together(List<Area> areas, string name) =>
        new(
            name,
            [.. areas.SelectMany(area => area.Leaves)],
            [
                .. Enumerable
                    .Range(0, areas[0].Counts.Count)
                    .Select(i => areas.Sum(area => area.Counts[i])),
            ]
        );

    private sealed record Area(
        string Name,
        IReadOnlyList<string> Leaves,
        IReadOnlyList<long> Counts
    );
}
