// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>Tests a promise from outside: releases of two files that differ in one record must not be told apart better than ε allows.</summary>
public static class Canary
{
    private const double Unsure = 0.025;

    /// <summary>The least ε that explains what was seen, with 95 % certainty.</summary>
    /// <param name="without">One number per release of the file without the record, as a count that its attributes have; at least 4.</param>
    /// <param name="with">The same of the file with it; as many.</param>
    /// <param name="delta">δ of the promise, in [0, 1).</param>
    /// <returns>ε ≥ 0. Over the ε that was promised, the promise is broken; under it nothing is proved.</returns>
    /// <exception cref="ArgumentException">Too few numbers, or not as many of both.</exception>
    /// <remarks>A line is chosen on the first half of the runs and judged on the second, so choosing does not flatter it;
    /// bounds of Clopper and Pearson (1934). Both directions and both sides of the line are tried, which is taken into
    /// account (each is judged at a quarter of the error). The most that n runs can show is about ln(n/10).</remarks>
    public static double LeastEpsilon(
        IReadOnlyList<double> without,
        IReadOnlyList<double> with,
        double delta
    )
    {
        ArgumentNullException.ThrowIfNull(without);
        ArgumentNullException.ThrowIfNull(with);
        if (without.Count < 4 || without.Count != with.Count)
            throw new ArgumentException(
                $"{without.Count} and {with.Count} runs: as many of both, at least 4.",
                nameof(with)
            );
        double[] Turned(IReadOnlyList<double> values) => [.. values.Select(x => -x)];
        double[][] pairs =
        [
            [.. without],
            [.. with],
        ];
        double[][] turned = [Turned(without), Turned(with)];
        return Math.Max(
            Math.Max(Shown(pairs[0], pairs[1], delta), Shown(pairs[1], pairs[0], delta)),
            Math.Max(Shown(turned[0], turned[1], delta), Shown(turned[1], turned[0], delta))
        );
    }

    private static double Shown(double[] rare, double[] often, double delta)
    {
        var half = rare.Length / 2;
        var oftenFirst = often[..half].Order().ToArray();
        var rareFirst = rare[..half].Order().ToArray();
        double Rate(double[] sorted, double line, int way)
        {
            var at = Array.BinarySearch(sorted, line);
            at = at < 0 ? ~at : at;
            while (at > 0 && sorted[at - 1] >= line)
                at--;
            // Three standard errors to the safe side, or a lucky few at the edge would choose the line.
            var rate = (sorted.Length - at + 0.5) / (sorted.Length + 1);
            return rate + (way * 3 * Math.Sqrt(rate * (1 - rate) / sorted.Length));
        }
        var line = oftenFirst
            .Concat(rareFirst)
            .MaxBy(each =>
                Math.Log(Math.Max(1e-9, Rate(oftenFirst, each, -1) - delta))
                - Math.Log(Rate(rareFirst, each, 1))
            );
        var hits = often[half..].Count(x => x >= line);
        var misses = rare[half..].Count(x => x >= line);
        var likely = Bound(hits, often.Length - half, isUpper: false) - delta;
        return likely <= 0
            ? 0
            : Math.Max(0, Math.Log(likely / Bound(misses, rare.Length - half, isUpper: true)));
    }

    private static double Bound(int hits, int runs, bool isUpper)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 60; step++)
        {
            var p = (low + high) / 2;
            var tail = isUpper ? AtMost(hits, runs, p) : 1 - AtMost(hits - 1, runs, p);
            if (isUpper == tail > Unsure / 4)
                low = p;
            else
                high = p;
        }
        return isUpper ? high : low;
    }

    private static double AtMost(int hits, int runs, double p)
    {
        if (hits < 0)
            return 0;
        if (p is 0 or 1)
            return p == 0 || hits >= runs ? 1 : 0;
        var (log, sum) = (runs * Math.Log(1 - p), 0.0);
        for (var k = 0; k <= hits; k++)
        {
            sum += Math.Exp(log);
            log += Math.Log((runs - k) / (k + 1.0) * p / (1 - p));
        }
        return Math.Min(1, sum);
    }
}
