// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using Faro.Disclosure;

namespace Faro.Benchmarks;

/// <summary>Releases of records against published figures of pac-synth on the same files, at the same ε and δ: error and CPU time.</summary>
/// <remarks>Its figures were measured on a machine of the same size; see <c>reference-pacsynth.json</c> beside the files.
/// Errors are means over combinations that 10 persons or more have, missing ones counted as 0; medians of the runs.</remarks>
internal static class DisclosureBench
{
    private const int Runs = 3;

    // File, ε, then the error of its counts of pairs and triples, and of its records by length 2 to 4; 0 where it was not run.
    private static readonly (
        string File,
        double Epsilon,
        double[] Counts,
        double[] Records
    )[] Peer =
    [
        (ReleaseFiles.North, 12, [11.37, 10.77], [67.66, 19.39, 14.22]),
        (ReleaseFiles.North, 4, [16.46, 18.27], [93.85, 24.02, 31.14]),
        (ReleaseFiles.North, 1, [52.22, 65.25], [118.27, 64.56, 53.09]),
        (ReleaseFiles.Like, 12, [7.81, 8.97], [30.17, 18.11, 13.42]),
        (ReleaseFiles.Like, 4, [20.06, 19.19], [0, 0, 0]),
        (ReleaseFiles.Like, 1, [52.14, 41.38], [0, 0, 0]),
    ];

    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        switch (args.FirstOrDefault() ?? "errors")
        {
            case "errors":
                Errors();
                return 0;
            case "million":
                Million();
                return 0;
            case "large":
                Large();
                return 0;
            case "groups":
                Groups();
                return 0;
            case "tables":
                Tables();
                return 0;
            default:
                Console.Error.WriteLine("--disclosure errors | million | large | groups | tables");
                return 2;
        }
    }

    private static void Errors()
    {
        var (counts, records) = (new List<double>(), new List<double>());
        Console.WriteLine(
            "| File, ε | What | Length | pac-synth | Measured | Ratio | Recall | Made up | Covered |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var file in Peer.GroupBy(row => row.File))
        {
            var table = ReleaseFiles.Read(file.Key);
            var errors = new ReleaseErrors(table, 4);
            foreach (var (_, epsilon, peerCounts, peerRecords) in file)
            {
                var runs = Enumerable.Range(0, Runs).Select(_ => Release(table, epsilon)).ToList();
                var name = $"{Path.GetFileNameWithoutExtension(file.Key)}, {epsilon}";
                for (var length = 1; length <= 3; length++)
                {
                    var peer = length == 1 ? 0 : peerCounts[length - 2];
                    var found = runs.Select(run => errors.OfCounts(run, length)).ToList();
                    var error = Median(found.Select(each => each.Error));
                    if (peer > 0)
                        counts.Add(error / peer);
                    Row(
                        $"{name} | counts | {length}",
                        peer,
                        error,
                        $"{Median(found.Select(each => each.Recall)):0.000} | {Median(found.Select(each => (double)each.Made)):0} of {Median(found.Select(each => (double)each.Published)):0} | {Median(found.Select(each => each.Covered)):0.000}"
                    );
                }
                if (peerRecords[0] == 0)
                    continue;
                var drawn = runs.Select(run => errors.Drawn(run, 4)).ToList();
                for (var length = 2; length <= 4; length++)
                {
                    var error = Median(drawn.Select(each => errors.OfRecords(each, length).Error));
                    records.Add(error / peerRecords[length - 2]);
                    Row($"{name} | records | {length}", peerRecords[length - 2], error, " | | ");
                }
            }
        }
        Console.WriteLine();
        Console.WriteLine(
            $"Geometric means: counts {Mean(counts):0.000} over {counts.Count}, records {Mean(records):0.000} over {records.Count}, worst {records.Max():0.00}."
        );
    }

    private static void Million()
    {
        var table = ReleaseFiles.Bootstrap(ReleaseFiles.Read(ReleaseFiles.Like), 1_000_000, 1);
        var errors = new ReleaseErrors(table, 3);
        var release = Timed("1 M × 27, ε 12, length 3", () => Release(table, 12));
        for (var length = 1; length <= 3; length++)
        {
            var (error, total, recall, made, published, covered) = errors.OfCounts(release, length);
            Console.WriteLine(
                $"length {length}: error {error:0.00}, total {total:0.0000}, recall {recall:0.000}, made up {made} of {published}, covered {covered:0.000}"
            );
        }
    }

    /// <summary>Ten million invented records of 60 columns and 600 values, about ten present each.</summary>
    private static void Large()
    {
        var domain = RecordDomain.Of([
            .. Enumerable
                .Range(0, 60)
                .Select(column => new DomainColumn(
                    $"c{column}",
                    [.. Enumerable.Range(0, 10).Select(value => $"v{value}")]
                )),
        ]);
        // A benchmark's own records: nothing is released.
        var dice = new Random(1);
        var table = new RecordTable(domain);
        for (var i = 0; i < 10_000_000; i++)
        {
            var kind = dice.Next(12);
            for (var column = dice.Next(11); column < 60; column += 1 + dice.Next(10))
            {
                var value = dice.Next(3) > 0 ? (kind + column) % 10 : dice.Next(10);
                table.Put(column, domain.Columns[column].Values[value]);
            }
            table.Close();
        }
        Timed(
            "10 M × 60, 600 values, ε 12, length 3",
            () => Synthesize.Run(table, new() { Level = new(12, 1e-8) }, new Stages())
        );
    }

    private static void Groups()
    {
        var table = ReleaseFiles.Read(ReleaseFiles.Like);
        for (var run = 0; run < Runs; run++)
        {
            Timed(
                "every combination of up to 4, exact, like27",
                () => ExactGroups.Frequent(table, 1, 4, default).Count
            );
            Timed(
                "groups of 10, up to 4, like27",
                () => ExactGroups.Frequent(table, 10, 4, default).Count
            );
        }
    }

    private static void Tables()
    {
        foreach (var (rows, columns) in ((int, int)[])[(30, 30), (100, 50), (104, 104), (173, 165)])
        {
            // A benchmark's own counts: nothing is released.
            var dice = new Random(1);
            var counts = new long[rows, columns];
            for (var cell = 0; cell < counts.Length; cell++)
                counts[cell / columns, cell % columns] =
                    dice.Next(4) == 0 ? dice.Next(10) : dice.Next(10, 300);
            var table = CountTable.TwoWay(
                Dimension.Flat("row", [.. Enumerable.Range(0, rows).Select(i => $"r{i}")]),
                Dimension.Flat("column", [.. Enumerable.Range(0, columns).Select(i => $"c{i}")]),
                counts
            );
            var hidden = Timed(
                $"secondary suppression, {rows} × {columns}",
                () => Publish.Table(table, DisclosureRule.Exact)
            );
            Console.WriteLine($"{hidden.HiddenCount} hidden of {hidden.Cells.Count()}");
        }
    }

    private static RecordRelease Release(RecordTable table, double epsilon)
    {
        var persons = (double)table.Count;
        return Synthesize.Run(
            table,
            new() { Level = new(epsilon, 1 / (persons * Math.Log(persons))), Minimum = 5 }
        );
    }

    private static T Timed<T>(string what, Func<T> work)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var result = work();
        self.Refresh();
        Console.WriteLine(
            $"{what}: {(self.TotalProcessorTime - before).TotalSeconds:0.00} CPU-s, {clock.Elapsed.TotalSeconds:0.0} s, peak {self.PeakWorkingSet64 >> 20} MiB"
        );
        return result;
    }

    private static void Row(string what, double peer, double error, string rest) =>
        Console.WriteLine(
            $"| {what} | {(peer > 0 ? peer.ToString("0.00", CultureInfo.InvariantCulture) : "")} | {error:0.00} | {(peer > 0 ? (error / peer).ToString("0.00", CultureInfo.InvariantCulture) : "")} | {rest} |"
        );

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static double Mean(List<double> ratios) => Math.Exp(ratios.Average(Math.Log));

    /// <summary>Says each stage as it begins.</summary>
    private sealed class Stages : IProgress<ReleaseProgress>
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private ReleaseStage _stage;

        public void Report(ReleaseProgress value)
        {
            if (value.Stage == _stage)
                return;
            _stage = value.Stage;
            Console.WriteLine($"  {_clock.Elapsed.TotalSeconds:0.0} s {_stage}");
        }
    }
}
