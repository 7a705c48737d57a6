// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using Faro.Programme.Access;
using Faro.Programme.Jobs;

namespace Faro.Programme.Tests.Jobs;

/// <summary>A work whose bytes depend on seed and chunk alone, and that can be told to wait or to fail.</summary>
internal sealed class SumWork : JobWork
{
    public const string Code = "test-sum";

    public override string Kind => Code;

    public override Permission Permission => Permissions.ManageJobs;

    /// <summary>Chunks that were begun, in order.</summary>
    public List<int> Begun { get; } = [];

    /// <summary>How often each chunk still fails.</summary>
    public int FailuresLeft { get; set; }

    /// <summary>Called in each chunk, to hold it.</summary>
    public Func<int, CancellationToken, Task> Hold { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What the job put together.</summary>
    public byte[]? Result { get; private set; }

    public override Task<int> CutAsync(JobTask job, CancellationToken cancellation) =>
        Task.FromResult(job.InputAs<SumInput>().Chunks);

    public override async Task<byte[]> RunChunkAsync(
        JobTask job,
        int index,
        IProgress<double> within,
        CancellationToken cancellation
    )
    {
        lock (Begun)
        {
            Begun.Add(index);
        }

        within.Report(0.5);
        await Hold(index, cancellation);
        if (FailuresLeft > 0)
        {
            FailuresLeft--;
            throw new InvalidDataException("told to");
        }

        return Bytes(job.SeedOf(index));
    }

    public override Task<Outcome<Done>> FinishAsync(
        Act act,
        JobTask job,
        IReadOnlyList<byte[]> results,
        CancellationToken cancellation
    )
    {
        Result = SHA256.HashData(results.SelectMany(bytes => bytes).ToArray());
        act.Note("test", null, ("result", Convert.ToHexStringLower(Result)));
        return Task.FromResult<Outcome<Done>>(default(Done));
    }

    private static byte[] Bytes(long seed)
    {
        var bytes = BitConverter.GetBytes(seed);
        for (var round = 0; round < 1000; round++)
        {
            bytes = SHA256.HashData(bytes);
        }

        return bytes;
    }
}

internal sealed record SumInput(int Chunks);
