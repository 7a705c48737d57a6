// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Faro.Cli;

/// <summary>What a run has cost so far.</summary>
/// <param name="Wall">Time since it began.</param>
/// <param name="CpuSeconds">Processor seconds of all threads since the program started.</param>
/// <param name="PeakBytes">Most memory in use at once, in bytes.</param>
internal sealed record LinkCost(TimeSpan Wall, double CpuSeconds, long PeakBytes)
{
    public static LinkCost Now(TimeSpan wall)
    {
        using var process = Process.GetCurrentProcess();
        return new LinkCost(
            wall,
            process.TotalProcessorTime.TotalSeconds,
            process.PeakWorkingSet64
        );
    }
}
