// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Sources;

/// <summary>
/// Loads the file of a source. It is looked through whole first: a single problem, and nothing is loaded. The rows of a
/// source that is not loaded to the end are never read.
/// </summary>
public sealed class LoadSourceWork : JobWork
{
    /// <summary>Rows of one chunk of the job: as many as a crash may cost.</summary>
    public const int RowsPerChunk = 25 * SourceChunk.RowsEach;

    public override string Kind => StudyJobs.LoadKind;

    public override Permission Permission => Permissions.ManageStudies;

    public override async Task<int> CutAsync(JobTask job, CancellationToken cancellation)
    {
        var source = await SourceAsync(job, cancellation);
        await using var stream = await OpenAsync(job, source, cancellation);
        var check = SourceReading.Check(
            stream,
            source.Kind,
            SourceMapping.FromJson(source.Mapping)!,
            job.Get<TimeProvider>().Today(),
            limits: null,
            cancellation
        );
        if (check.Problems.Count > 0)
        {
            var input = new RecordProblemsInput(source.Id, job.Id, check.Problems);
            await job.Get<RecordProblems>().RunAsync(Actor.System, input, cancellation);
            throw new JobFailedException(
                check.Problems[0].Code,
                check.Problems[0].ToRefusal(source.FileName).Values
            );
        }

        return (check.Rows + RowsPerChunk - 1) / RowsPerChunk;
    }

    public override async Task<byte[]> HashInputAsync(
        JobTask job,
        int index,
        CancellationToken cancellation
    )
    {
        var source = await SourceAsync(job, cancellation);
        return System.Security.Cryptography.SHA256.HashData(
            Encoding.UTF8.GetBytes($"{source.FileHash}\n{source.Mapping}\n{index}")
        );
    }

    public override async Task<byte[]> RunChunkAsync(
        JobTask job,
        int index,
        IProgress<double> within,
        CancellationToken cancellation
    )
    {
        var source = await SourceAsync(job, cancellation);
        await using var stream = await OpenAsync(job, source, cancellation);
        var lines = SourceReading
            .Lines(stream, SourceMapping.FromJson(source.Mapping)!, null, cancellation)
            .Skip(index * RowsPerChunk)
            .Take(RowsPerChunk)
            .Chunk(SourceChunk.RowsEach);
        var rows = 0;
        var at = index * (RowsPerChunk / SourceChunk.RowsEach);
        foreach (var part in lines)
        {
            var input = new KeepRowsInput(source.Id, job.Id, at++, part);
            var kept = await job.Get<KeepRows>().RunAsync(Actor.System, input, cancellation);
            if (!kept.Done)
            {
                throw new JobFailedException(kept.Refusals[0].Code);
            }

            rows += part.Length;
            within.Report((double)rows / RowsPerChunk);
        }

        return Encoding.ASCII.GetBytes(rows.ToString(CultureInfo.InvariantCulture));
    }

    public override async Task<Outcome<Done>> FinishAsync(
        Act act,
        JobTask job,
        IReadOnlyList<byte[]> results,
        CancellationToken cancellation
    )
    {
        var found = await OwnSource.OpenAsync(act, job.InputAs<LoadOrder>().SourceId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (study, source) = found.Value;
        source.RowCount = results.Sum(rows =>
            int.Parse(Encoding.ASCII.GetString(rows), CultureInfo.InvariantCulture)
        );
        (source.State, source.LoadedAt) = (SourceStates.Loaded, act.Now);
        source.Version++;
        // The rows are here, mapped columns only: the file with all its columns is no longer needed.
        await act
            .Db.SourceUploads.Where(piece => piece.SourceId == source.Id)
            .ExecuteDeleteAsync(cancellation);
        act.Note("source", source.Id);
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }

    /// <summary>What was loaded so far goes; the file stays, mapped as it was.</summary>
    public override async Task StopAsync(Act act, Job job, CancellationToken cancellation)
    {
        var source = await act.Db.StudySources.FirstOrDefaultAsync(
            each => each.JobId == job.Id,
            cancellation
        );
        if (source is null || source.State == SourceStates.Loaded)
        {
            return;
        }

        await act
            .Db.SourceChunks.Where(chunk => chunk.SourceId == source.Id)
            .ExecuteDeleteAsync(cancellation);
        if (source.State == SourceStates.Loading)
        {
            source.State = SourceStates.Checked;
        }

        await StudyPath.RefreshAsync(act, source.StudyId, cancellation);
    }

    private static Task<StudySource> SourceAsync(JobTask job, CancellationToken cancellation)
    {
        var id = job.InputAs<LoadOrder>().SourceId;
        return job.Get<FaroDb>()
            .StudySources.AsNoTracking()
            .SingleAsync(source => source.Id == id, cancellation);
    }

    private static async Task<PieceStream> OpenAsync(
        JobTask job,
        StudySource source,
        CancellationToken cancellation
    )
    {
        var db = job.Get<FaroDb>();
        var key = await SourceRows.KeyAsync(db, source.Id, cancellation);
        return SourceRows.OpenUpload(db, job.Get<SealingVault>(), key, source.FileBytes);
    }
}
