// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Numerics;

/// <summary>Many tasks on many threads, told about by the hundredth.</summary>
internal static class Repeats
{
    /// <summary>Runs all. Each task must have a random stream and a place of its own, so that threads do not matter.</summary>
    /// <param name="name">What is told of.</param>
    /// <param name="total">Tasks.</param>
    /// <param name="threads">At once.</param>
    /// <param name="make">The work space of a thread.</param>
    /// <param name="run">One task, from 0.</param>
    /// <param name="progress">Told about every hundredth and the last, from any thread; may be null.</param>
    /// <param name="cancellation">Stops between two tasks.</param>
    public static void Run<T>(
        string name,
        int total,
        int threads,
        Func<T> make,
        Action<int, T> run,
        IProgress<EstimateProgress>? progress,
        CancellationToken cancellation
    )
    {
        var every = Math.Max(1, total / 100);
        var done = 0;
        Parallel.For(
            0,
            total,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = threads,
                CancellationToken = cancellation,
            },
            make,
            (task, _, work) =>
            {
                run(task, work);
                var now = Interlocked.Increment(ref done);
                if (now % every == 0 || now == total)
                {
                    progress?.Report(new(name, now, total));
                }

                return work;
            },
            static _ => { }
        );
    }
}
