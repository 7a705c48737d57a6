// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>Works out how far a hidden count of linked tables can move while everything published stays true.</summary>
/// <remarks>Linked tables are no network: the bounds of linear programming may lie between whole numbers, and would
/// promise more doubt than there is. So only whole tables count here, each checked in whole numbers against every equation
/// and every shown count; they are found by branch and bound (Land and Doig 1960). Where the search gives up early the
/// bounds are too narrow, never too wide: more is hidden than need be.</remarks>
internal sealed class LinkedAttacker(LinkedCounts counts)
{
    private const int Branches = 60;

    // Whole tables found so far. Each vouches for the values in it for as long as it agrees with what is shown.
    private readonly List<long[]> _witnesses =
    [
        [.. counts.Counts],
    ];
    private readonly long[] _least = new long[counts.Counts.Count];
    private readonly long[] _most = new long[counts.Counts.Count];
    private int _version = -1;

    /// <summary>Least and most that are possible for certain; most is null when nothing bounds it from above.</summary>
    public (long Least, long? Most) Bounds(int unknown) =>
        (Extreme(unknown, up: false)!.Value, Extreme(unknown, up: true));

    /// <summary>Whether two tables exist, both in agreement with everything shown, whose counts here lie so far apart.</summary>
    public bool IsInDoubt(int unknown, long doubt)
    {
        var (least, most) = Vouched(unknown);
        if (most - least + 1 >= doubt)
            return true;
        least = Extreme(unknown, up: false)!.Value;
        return most - least + 1 >= doubt
            || Extreme(unknown, up: true, least + doubt - 1) >= least + doubt - 1;
    }

    /// <summary>Counts to hide so that this one can rise to a height, the cheapest in persons times movement.</summary>
    public List<int> CheapestWayOut(int unknown, long height)
    {
        var shown = counts.Shown.ToList();
        var size = counts.Counts.Count;
        var (least, most) = Doubles(2 * shown.Count);
        (least[unknown], most[unknown]) = (height, double.PositiveInfinity);
        var prices = new double[least.Length];
        // A shown count may leave its bounds upwards or downwards, at a price.
        foreach (var (i, each) in shown.Index())
        {
            var (up, down) = (size + (2 * i), size + (2 * i) + 1);
            (most[up], most[down]) = (double.PositiveInfinity, counts.Least[each]);
            prices[up] = prices[down] = counts.Counts[each] + 1.0;
        }
        var places = shown.Index().ToDictionary(each => each.Item, each => size + (2 * each.Index));
        var equations = counts.Equations.Select(equation => new Equation([
            .. equation.Terms.SelectMany(term =>
                places.TryGetValue(term.Unknown, out var up)
                    ? (Term[])[term, new(up, term.Times), new(up + 1, -term.Times)]
                    : [term]
            ),
        ]));
        var way = new Simplex([.. equations], least, most).Cheapest(prices);
        return way is null
            ? []
            : shown
                .Index()
                .Where(each =>
                    Math.Max(way[size + (2 * each.Index)], way[size + (2 * each.Index) + 1]) > 1e-6
                )
                .Select(each => each.Item)
                .ToList();
    }

    private (long Least, long Most) Vouched(int unknown)
    {
        if (_version != counts.Version)
        {
            _version = counts.Version;
            foreach (var each in counts.Hidden)
                (_least[each], _most[each]) = (counts.Counts[each], counts.Counts[each]);
            _witnesses.ForEach(Vouch);
        }
        return (_least[unknown], _most[unknown]);
    }

    private void Vouch(long[] witness)
    {
        if (!Agrees(witness))
            return;
        // Hidden counts in the same equations can be exchanged for one another.
        var together = new long[witness.Length];
        var members = new int[witness.Length];
        foreach (var each in counts.Hidden)
        {
            together[counts.Kin[each]] += witness[each];
            members[counts.Kin[each]]++;
        }
        foreach (var each in counts.Hidden)
        {
            var kin = counts.Kin[each];
            _least[each] = Math.Min(_least[each], members[kin] > 1 ? 0 : witness[each]);
            _most[each] = Math.Max(_most[each], together[kin]);
        }
    }

    private long? Extreme(int unknown, bool up, long limit = Pattern.Unbounded)
    {
        var (vouchedLeast, vouchedMost) = Vouched(unknown);
        var best = up ? vouchedMost : vouchedLeast;
        var open = new Stack<(double[] Least, double[] Most)>();
        var start = Doubles(0);
        if (up && limit < Pattern.Unbounded)
            start.Most[unknown] = Math.Max(best, limit);
        open.Push(start);
        for (var branch = 0; branch < Branches && open.TryPop(out var bounds); branch++)
        {
            var simplex = new Simplex(counts.Equations, bounds.Least, bounds.Most);
            var prices = new double[counts.Counts.Count];
            prices[unknown] = up ? -1 : 1;
            if (simplex.Cheapest(prices) is not { } found)
                continue;
            // Along an endless ray of a rational polyhedron lie whole tables without end.
            if (simplex.IsEndless)
                return null;
            if (up ? found[unknown] < best + 1 - 1e-6 : found[unknown] > best - 1 + 1e-6)
                continue;
            if (Whole(found) is { } witness)
            {
                _witnesses.Add(witness);
                Vouch(witness);
                best = witness[unknown];
            }
            else
                Split(found, bounds, open);
        }
        return best;
    }

    private static void Split(
        double[] found,
        (double[] Least, double[] Most) bounds,
        Stack<(double[] Least, double[] Most)> open
    )
    {
        var broken = Array.FindIndex(found, value => Math.Abs(value - Math.Round(value)) > 1e-6);
        if (broken < 0)
            return;
        double[] least = [.. bounds.Least];
        double[] most = [.. bounds.Most];
        most[broken] = Math.Floor(found[broken]);
        least[broken] = most[broken] + 1;
        open.Push((bounds.Least, most));
        open.Push((least, bounds.Most));
    }

    private long[]? Whole(double[] found)
    {
        long[] whole = [.. found.Select(value => (long)Math.Round(value))];
        return
            Agrees(whole)
            && counts.Equations.All(equation =>
                equation.Terms.Sum(term => term.Times * whole[term.Unknown]) == 0
            )
            ? whole
            : null;
    }

    private bool Agrees(long[] table)
    {
        for (var unknown = 0; unknown < table.Length; unknown++)
            if (table[unknown] < counts.Least[unknown] || table[unknown] > counts.Most[unknown])
                return false;
        return true;
    }

    private (double[] Least, double[] Most) Doubles(int more)
    {
        var least = new double[counts.Counts.Count + more];
        var most = new double[least.Length];
        for (var unknown = 0; unknown < counts.Counts.Count; unknown++)
            (least[unknown], most[unknown]) = (
                counts.Least[unknown],
                counts.Most[unknown] >= Pattern.Unbounded
                    ? double.PositiveInfinity
                    : counts.Most[unknown]
            );
        return (least, most);
    }
}
