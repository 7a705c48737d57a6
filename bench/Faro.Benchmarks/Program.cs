// SPDX-License-Identifier: Apache-2.0
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Faro.Benchmarks;
using Faro.Benchmarks.Cases;
using Perfolizer.Horology;

if (args.Length > 0 && args[0] == "--pages")
{
    return await PageLoad.RunAsync(args[1..]);
}

if (args.Length > 0 && args[0] == "--cases")
{
    return await CaseLoad.RunAsync(args[1..]);
}

if (args.Length > 0 && args[0] == "--queries")
{
    return await PageQueries.RunAsync();
}

if (args.Length > 0 && args[0] == "--estimation")
{
    return EstimationBench.Run();
}

if (args.Length > 2 && args[0] == "--linkage")
{
    return LinkageBench.Run(args[1], args[2..]);
}

if (args.Length > 0 && args[0] == "--disclosure")
{
    return DisclosureBench.Run(args[1..]);
}

// In this process: the programme is opened once per size, and nothing is built a second time.
var job = Job
    .Default.WithToolchain(InProcessNoEmitToolchain.Instance)
    .WithIterationTime(TimeInterval.FromMilliseconds(250))
    .WithWarmupCount(3)
    .WithIterationCount(9);
BenchmarkSwitcher
    .FromAssembly(typeof(ListPages).Assembly)
    .Run(args, DefaultConfig.Instance.AddJob(job).AddColumn(StatisticColumn.Median));
return 0;
