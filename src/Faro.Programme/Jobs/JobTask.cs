// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Programme.Jobs;

/// <summary>A job as its work sees it.</summary>
/// <param name="Id">The job.</param>
/// <param name="Kind">The work.</param>
/// <param name="Input">JSON, as it was asked.</param>
/// <param name="Seed">Where its random streams begin.</param>
/// <param name="SubjectId">What it works for.</param>
/// <param name="RequestedBy">Who asked; null for the programme itself.</param>
/// <param name="ChunkCount">0 until it is cut.</param>
/// <param name="Services">A scope that reads; operations are found here too.</param>
public sealed record JobTask(
    Guid Id,
    string Kind,
    string Input,
    long Seed,
    Guid? SubjectId,
    Guid? RequestedBy,
    int ChunkCount,
    IServiceProvider Services
)
{
    /// <exception cref="InvalidOperationException">The input is not such JSON: a bug, since an operation wrote it.</exception>
    public T InputAs<T>() =>
        JsonSerializer.Deserialize<T>(Input, JobQueueing.Json)
        ?? throw new InvalidOperationException($"Bug in Faro: job {Id} has no input");

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The seed of one chunk: SplitMix64 of the job's seed, so that neighbours have nothing in common.</summary>
    /// <remarks>Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, fig. 17.</remarks>
    public long SeedOf(int index)
    {
        unchecked
        {
            var z = (ulong)Seed + (((ulong)index + 1) * 0x9E3779B97F4A7C15UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return (long)(z ^ (z >> 31));
        }
    }
}
