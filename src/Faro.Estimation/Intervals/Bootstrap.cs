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

    /// <summary>Everybody, by each replicate; +∞ where a replicate gave no figure.</summary>
    public double[] Replicates { get; } = new double[options.Replicates];

    /// <summary>Everybody, by the table less one person of each history; NaN where there is no figure.</summary>
    public double[] Jackknife { get; } = new double[table.Counts.Count];

    /// <summary>Runs all.</summary>
    public void Run(IProgress<EstimateProgress>? progress, CancellationToken cancellation) =>
        Repeats.Run(
            model,
            Replicates.Length + Jackknife.Length,
            options.Threads,
            () => new Work(table.Lists.Count, _people.Length),
            One,
            progress,
            cancellation
        );

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
