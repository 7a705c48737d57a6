// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using Faro.Disclosure;

namespace Faro.Benchmarks;

/// <summary>Releases against published figures, in CPU time of this process and in error of what is released.</summary>
internal static class DisclosureBench
{
    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var file = args[0] == "na19" ? ReleaseFiles.North : ReleaseFiles.Like;
        var epsilons = args[1].Split(',').Select(double.Parse);
        var times = int.Parse(args[2]);
        var records = ReleaseFiles.Read(file);
        if (args.Length > 3)
            records = ReleaseFiles.Bootstrap(records, int.Parse(args[3]), 1);
        var n = (double)records.Count;
        var longest =
            Environment.GetEnvironmentVariable("L") is { } l ? int.Parse(l)
            : n > 100_000 ? 3
            : 4;
        var errors = new ReleaseErrors(records, longest);
        foreach (var epsilon in epsilons)
            for (var i = 0; i < times; i++)
                One(records, errors, new(epsilon, 1 / (n * Math.Log(n))), longest);
        return 0;
    }

    private static void One(
        RecordTable records,
        ReleaseErrors errors,
        PrivacyLevel level,
        int longest
    )
    {
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        var stages = new Stages();
        var options = new ReleaseOptions { Level = level, Minimum = 5 };
        if (Environment.GetEnvironmentVariable("K") is { } k)
            options = options with { Kinds = int.Parse(k) };
        if (Environment.GetEnvironmentVariable("S") is { } s)
            options = options with { Steps = int.Parse(s) };
        if (Environment.GetEnvironmentVariable("W") is { } w)
            options = options with { Cap = int.Parse(w) };
        var release = Synthesize.Run(records, options, stages);
        self.Refresh();
        var cpu = (self.TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(
            $"eps {level.Epsilon} cap {release.Cap} kinds {release.Kinds} rho {release.SpentRho:0.0000}/{level.Rho:0.0000} noise {string.Join(" ", release.NoiseDeviations.Select(d => d.ToString("0.00")))} cpu {cpu:0.00} s, peak {self.PeakWorkingSet64 >> 20} MiB; {stages}"
        );
        for (var length = 1; length <= 3; length++)
        {
            var c = errors.OfCounts(release, length);
            Console.WriteLine(
                $"  counts {length}: {c.Error:0.00} total {c.Total:0.0000} recall {c.Recall:0.000} made {c.Made} of {c.Published} covered {c.Covered:0.000}"
            );
        }
        if (Environment.GetEnvironmentVariable("NOSYN") is not null)
            return;
        var drawn = errors.Drawn(release, longest);
        for (var length = 1; length <= longest; length++)
        {
            var c = errors.OfRecords(drawn, length);
            Console.WriteLine(
                $"  records {length}: {c.Error:0.00} total {c.Total:0.0000} recall {c.Recall:0.000} made {c.Made} of {c.Published}"
            );
        }
    }

    private sealed class Stages : IProgress<ReleaseProgress>
    {
        private readonly Dictionary<ReleaseStage, double> _seconds = [];
        private ReleaseStage _stage;
        private TimeSpan _since;

        public void Report(ReleaseProgress value)
        {
            if (value.Stage == _stage)
                return;
            using var self = Process.GetCurrentProcess();
            var now = self.TotalProcessorTime;
            _seconds[_stage] = (now - _since).TotalSeconds;
            (_stage, _since) = (value.Stage, now);
        }

        public override string ToString()
        {
            Report(new(ReleaseStage.Reading, 0));
            return string.Join(
                " ",
                _seconds
                    .Where(e => e.Key != ReleaseStage.Reading)
                    .Select(e => $"{e.Key} {e.Value:0.00}")
            );
        }
    }
}
