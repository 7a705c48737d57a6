// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using Faro.Estimation;
using Faro.Programme.Exchange;

namespace Faro.Benchmarks;

/// <summary>The estimation engine against its targets and the best published package, in CPU time of this process.</summary>
/// <remarks>Tables are those of <c>data/reference</c>. A workload is warmed up until the compiler is done with it, then run
/// five times; the median counts. Figures of packages in R were measured on the same kind of machine and are stated with
/// their own CPU time.</remarks>
internal static class EstimationBench
{
    private const int Runs = 5;
    private const double WarmUpSeconds = 1.5;

    private static readonly ModelChoice Stepwise = new(ModelKind.Stepwise);
    private static readonly ModelChoice Bic = new(ModelKind.Bic);

    public static int Run()
    {
        var uk5 = Table("silverman-2014/UKdat_5");
        var uk6 = Table("silverman-2014/UKdat");
        var orleans = Table("chan-silverman-vincent-2021/NewOrl");
        var kosovo = Table("ball-2002/Kosovo");
        var ten = Table("simulated-two-classes/sim10");
        Console.WriteLine(
            "| Workload | Package in R, ms | Target, ms | Measured, ms | Ratio | Met |"
        );
        Console.WriteLine("|---|---|---|---|---|---|");
        Row("stepwise point, UK 5 lists", 37, 0.15, With(uk5, Stepwise, 0), 2000);
        Row("stepwise point, 10 lists", 10_000, 20, With(ten, Stepwise, 0), 20);
        Row("stepwise BCa 1,000, UK 5 lists", 42_000, 120, With(uk5, Stepwise, 1000), 5);
        Row(
            "stepwise BCa 1,000, New Orleans 8 lists",
            295_000,
            1000,
            With(orleans, Stepwise, 1000),
            2
        );
        Row(
            "rank 1,024 models, UK 5 lists",
            1_770,
            12,
            With(uk5, Bic, 0, o => o with { MaxOrder = 2 }),
            20
        );
        Row(
            "rank 6,893 models, UK 5 lists",
            12_000,
            90,
            With(uk5, Bic, 0, o => o with { MaxOrder = 4 }),
            4
        );
        Row("rank 32,768 models, UK 6 lists", 93_000, 600, With(uk6, Bic, 0), 1);
        Row(
            "BIC bootstrap 1,000 × 100, UK 5 lists",
            77_000,
            500,
            With(uk5, Bic, 1000, o => o with { MaxOrder = 2, TopModels = 100 }),
            2
        );
        Row(
            "BIC bootstrap 1,000 × all 6,519, UK 5 lists",
            5_000_000,
            15_000,
            With(uk5, Bic, 1000, o => o with { MaxOrder = 4, TopModels = 10_000 }),
            1
        );
        Row(
            "decomposable graphs, UK 5 lists, grid 82,320",
            2_700,
            100,
            With(uk5, new(ModelKind.DecomposableGraphs), 0, o => o with { MostUnseen = 82_320 }),
            5
        );
        Row(
            "decomposable graphs, 6 lists (18,154 graphs)",
            null,
            2_000,
            With(uk6, new(ModelKind.DecomposableGraphs), 0),
            1
        );
        Row(
            "decomposable graphs, 7 lists (617,675 graphs)",
            null,
            null,
            With(Table("simulated-two-classes/sim07"), new(ModelKind.DecomposableGraphs), 0),
            1
        );
        Row(
            "Bayes threshold, UK 5 lists",
            320,
            100,
            With(uk5, new(ModelKind.BayesThreshold), 0),
            5
        );
        Row(
            "Bayes threshold, Kosovo",
            220,
            100,
            With(kosovo, new(ModelKind.BayesThreshold), 0),
            10
        );
        Row(
            "coverage study 500 × 1,000, two worlds, UK 5 lists",
            21_600_000,
            60_000,
            () => Reality.Coverage(uk5, new() { Replicates = 1000 }, 500),
            1
        );
        Samplers(("Kosovo", kosovo), ("UK 5 lists", uk5), ("HIV", Table("abeni-1994/HIV")));
        return 0;
    }

    private static Action With(
        CaptureTable table,
        ModelChoice choice,
        int replicates,
        Func<EstimateOptions, EstimateOptions>? change = null
    )
    {
        var options = new EstimateOptions { Models = [choice], Replicates = replicates };
        options = change is null ? options : change(options);
        return () => Estimate.Run(table, options);
    }

    private static void Row(string name, double? peer, double? target, Action work, int times)
    {
        var (milliseconds, kilobytes) = Median(work, times);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {(peer is null ? "not possible" : peer.Value.ToString("N0", CultureInfo.InvariantCulture))} | {target:0.##} | {milliseconds:0.###} ({kilobytes:N0} kB allocated) | {(peer is null ? "new" : (peer.Value / milliseconds).ToString("N0", CultureInfo.InvariantCulture) + "×")} | {(target is null ? "" : milliseconds <= target ? "yes" : "**miss**")} |"
            )
        );
    }

    private static void Samplers(params ReadOnlySpan<(string Name, CaptureTable Table)> tables)
    {
        Console.WriteLine();
        Console.WriteLine(
            "| Latent classes | CPU s | ms per 100,000 sweeps, scouts included | R-hat | Effective draws | per CPU s | Outcome |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (name, table) in tables)
        {
            EstimateResult? result = null;
            var (milliseconds, _) = Once(() =>
                result = Estimate.Run(table, new() { Models = [new(ModelKind.LatentClasses)] })
            );
            var model = result!.Models[0];
            var mixing = model.Mixing!;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {milliseconds / 1000:0.0} | {milliseconds * 1e5 / mixing.Sweeps / mixing.Chains:N0} | {mixing.Rhat:0.0000} | {mixing.EffectiveDraws:N0} | {mixing.EffectiveDraws * 1000 / milliseconds:N0} | {model.Status} |"
                )
            );
        }
    }

    private static (double Milliseconds, double Kilobytes) Median(Action work, int times)
    {
        void Repeat()
        {
            for (var i = 0; i < times; i++)
            {
                work();
            }
        }

        var since = Stopwatch.StartNew();
        do
        {
            Repeat();
        } while (since.Elapsed.TotalSeconds < WarmUpSeconds);

        var runs = Enumerable
            .Range(0, Runs)
            .Select(_ => Once(Repeat))
            .OrderBy(r => r.Milliseconds)
            .ToArray();
        var (milliseconds, kilobytes) = runs[Runs / 2];
        return (milliseconds / times, kilobytes / times);
    }

    private static (double Milliseconds, double Kilobytes) Once(Action work)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes();
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        work();
        self.Refresh();
        return (
            (self.TotalProcessorTime - before).TotalMilliseconds,
            (GC.GetTotalAllocatedBytes() - bytes) / 1024.0
        );
    }

    private static CaptureTable Table(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Faro.slnx")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder?.FullName ?? ".", "data", "reference", $"{name}.csv");
        var table = CaptureTableFile.Read(path);
        return table.Done ? table.Value : throw new FileNotFoundException("no table", path);
    }
}
