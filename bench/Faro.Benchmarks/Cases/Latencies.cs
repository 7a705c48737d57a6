// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Faro.Benchmarks.Cases;

/// <summary>How long each of many requests took, from any thread.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentQueue<double> _all = new();

    /// <param name="since">A timestamp of <see cref="Stopwatch"/>.</param>
    public void Add(long since) => _all.Enqueue(Stopwatch.GetElapsedTime(since).TotalMilliseconds);

    public int Count => _all.Count;

    /// <summary>The 50th, 95th and 99th percentile, in milliseconds.</summary>
    public (double P50, double P95, double P99) Percentiles()
    {
        double[] sorted = [.. _all.Order()];
        double At(double share) =>
            sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))];
        return (At(0.5), At(0.95), At(0.99));
    }
}
