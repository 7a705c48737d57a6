// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Intervals;

/// <summary>Repeats a whole selection on resamples and on the table less one person.</summary>
internal sealed class Bootstrap(
    CaptureTable table,
    Selection selection,
    EstimateOptions options,
    string model
)
{
    private readonly int[] _histories = [.. table.Counts.Select(c => c.History)];
    private readonly long[] _people = [.. table.Counts.Select(c => c.People)];
    private int _done;

    /// <summary>Everybody, by each replicate; +∞ where a replicate gave no figure.</summary>
    public double[] Replicates { get; } = new double[options.Replicates];

    /// <summary>Everybody, by the table less one person of each history; NaN where there is no figure.</summary>
    public double[] Jackknife { get; } = new double[table.Counts.Count];

    /// <summary>Runs all. Each replicate has its own random stream and its own place, so threads do not matter.</summary>
    public void Run(IProgress<EstimateProgress>? progress, CancellationToken cancellation)
    {
        var total = Replicates.Length + Jackknife.Length;
        var every = Math.Max(1, total / 100);
        Parallel.For(
            0,
            total,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads,
                CancellationToken = cancellation,
            },
            () => new Work(table.Lists.Count, _people.Length),
            (task, _, work) =>
            {
                One(task, work);
                var done = Interlocked.Increment(ref _done);
                if (done % every == 0 || done == total)
                {
                    progress?.Report(new(model, done, total));
                }

                return work;
            },
            static _ => { }
        );
    }

    private void One(int task, Work work)
    {
        if (task < Replicates.Length)
        {
            var random = new Philox(options.Seed, task);
            Binomial.Resample(_people, work.People, ref random);
            Replicates[task] = Fit(work, double.PositiveInfinity);
            return;
        }

        var history = task - Replicates.Length;
        _people.CopyTo(work.People, 0);
        work.People[history]--;
        Jackknife[history] = Fit(work, double.NaN);
    }

    private double Fit(Work work, double otherwise)
    {
        work.Fitter.Load(_histories, work.People);
        return selection.Run(work.Fitter, work.Terms) == ModelStatus.Estimated
            ? work.Fitter.Observed + Math.Exp(work.Fitter.LogHidden)
            : otherwise;
    }

    private sealed class Work(int lists, int histories)
    {
        public Fitter Fitter { get; } = new(lists);

        public List<int> Terms { get; } = [];

        public long[] People { get; } = new long[histories];
    }
}
