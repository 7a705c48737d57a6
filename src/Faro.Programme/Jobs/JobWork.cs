// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;

namespace Faro.Programme.Jobs;

/// <summary>
/// One kind of long work. It is cut into chunks that are run one by one, here or on another machine, again after a crash;
/// so a chunk must give the same bytes whenever and wherever it is run, from its input, index and seed alone.
/// </summary>
public abstract class JobWork
{
    /// <summary>Kebab case, as stored in <see cref="Job.Kind"/>; never renamed.</summary>
    public abstract string Kind { get; }

    /// <summary>Who may ask for it, besides <c>jobs.manage</c>.</summary>
    public abstract Permission Permission { get; }

    /// <summary>How many chunks, at least 1. Asked once; the answer is kept.</summary>
    public abstract Task<int> CutAsync(JobTask job, CancellationToken cancellation);

    /// <summary>
    /// Runs one chunk. Throw <see cref="JobFailedException"/> when it can never succeed; any other exception is tried again.
    /// What it writes, it writes through operations that may be repeated without harm.
    /// </summary>
    /// <param name="job">What was asked, and services of a scope that reads.</param>
    /// <param name="index">0 … chunks − 1; its random numbers come from <see cref="JobTask.SeedOf"/>.</param>
    /// <param name="within">Takes 0 … 1 as often as one likes.</param>
    /// <param name="cancellation">Cancelled by a person, or because Faro stops.</param>
    public abstract Task<byte[]> RunChunkAsync(
        JobTask job,
        int index,
        IProgress<double> within,
        CancellationToken cancellation
    );

    /// <summary>Puts the chunks together, in the transaction that ends the job. A refusal fails the job with its code.</summary>
    /// <param name="act">The operation that ends the job.</param>
    /// <param name="job">What was asked.</param>
    /// <param name="results">One per chunk, in order.</param>
    /// <param name="cancellation">Cancelled when Faro stops.</param>
    public abstract Task<Outcome<Done>> FinishAsync(
        Act act,
        JobTask job,
        IReadOnlyList<byte[]> results,
        CancellationToken cancellation
    );

    /// <summary>Sets right what waits for a job that failed or was cancelled, in the transaction that ends it.</summary>
    /// <param name="act">The operation that ends the job, whoever runs it.</param>
    /// <param name="job">Its state and failure are already told.</param>
    /// <param name="cancellation">Cancelled when Faro stops.</param>
    public virtual Task StopAsync(Act act, Job job, CancellationToken cancellation) =>
        Task.CompletedTask;

    /// <summary>SHA-256 of what goes into one chunk; a work that reads files or tables adds their hash.</summary>
    public virtual Task<byte[]> HashInputAsync(
        JobTask job,
        int index,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}\n{job.Input}\n{job.Seed}\n{index}\n"))
        );
}

/// <summary>The work cannot succeed, and the person who asked must hear why.</summary>
public sealed class JobFailedException(string code, params IReadOnlyList<object> values)
    : Exception(code)
{
    /// <summary>A refusal code with words.</summary>
    public string Code { get; } = code;

    public IReadOnlyList<object> Values { get; } = values;
}
