// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Measuring;

/// <summary>Chooses the cap on attributes per person from a noisy look at how many persons have how many.</summary>
/// <remarks>A cap costs noise on every count and a little missing from the counts of whoever is over it. Both are worked out
/// for each cap from what is public or noisy already, so the choice itself costs nothing.</remarks>
internal static class CapChoice
{
    // What is left out falls on combinations that are not rare: about so many persons each.
    private const double UsualCount = 200;

    // What is left of the variance of the noise once the model has weighed in.
    private const double Modelled = 0.4;

    /// <param name="noisy">Persons by number of attributes.</param>
    /// <param name="deviation">Of the noise on them.</param>
    /// <param name="domain">Says how many combinations there can be.</param>
    /// <param name="spending">Says the noise under a cap.</param>
    public static int Of(long[] noisy, double deviation, RecordDomain domain, Spending spending)
    {
        var persons = Falling(noisy, deviation);
        var most = Array.FindLastIndex(persons, count => count > 0);
        return most <= 1
            ? 1
            : Enumerable
                .Range(1, most)
                .MinBy(cap => Cost(persons.AsSpan(0, most + 1), cap, domain, spending));
    }

    /// <summary>The same numbers without rises after the highest: there are ever fewer persons with ever more attributes.</summary>
    /// <remarks>A lone rise far out is noise. Neighbours that rise are averaged until none does (pool adjacent violators).</remarks>
    private static double[] Falling(long[] noisy, double deviation)
    {
        var highest = Array.IndexOf(noisy, noisy.Max());
        var pools = new Stack<(double Sum, int Count)>();
        for (var i = highest; i < noisy.Length; i++)
        {
            var pool = (Sum: (double)noisy[i], Count: 1);
            while (
                pools.TryPeek(out var before) && before.Sum * pool.Count < pool.Sum * before.Count
            )
            {
                pools.Pop();
                pool = (pool.Sum + before.Sum, pool.Count + before.Count);
            }
            pools.Push(pool);
        }
        // From the far end on, what is not surely somebody is taken for nobody.
        while (pools.TryPeek(out var last) && last.Sum < 3 * deviation * Math.Sqrt(last.Count))
            pools.Pop();
        return
        [
            .. noisy.Take(highest).Select(count => Math.Max(0, (double)count)),
            .. pools
                .Reverse()
                .SelectMany(pool =>
                    Enumerable.Repeat(Math.Max(0, pool.Sum / pool.Count), pool.Count)
                ),
        ];
    }

    private static double Cost(
        ReadOnlySpan<double> persons,
        int cap,
        RecordDomain domain,
        Spending spending
    )
    {
        var cost = 0.0;
        for (var length = 1; length <= 3; length++)
        {
            if (!spending.Measures(length))
                continue;
            var (all, missing) = (0.0, 0.0);
            for (var has = 1; has < persons.Length; has++)
            {
                var ways = Spending.Choose(has, length);
                all += persons[has] * ways;
                missing += persons[has] * Math.Max(0, ways - Spending.Choose(cap, length));
            }
            var spread = Math.Max(
                1,
                Math.Min(Spending.Choose(domain.AttributeCount, length) / 2, all / UsualCount)
            );
            var noise = spending.Of(length, cap).Value;
            cost += Math.Log((Modelled * noise) + (missing / spread * (missing / spread)));
        }
        return cost;
    }
}
