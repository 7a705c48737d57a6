// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Programme.Storage;
using Faro.Programme.Studies.Steps;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Analyses;

/// <summary>Makes one estimate as a job: a chunk a method, so that a stop or a crash keeps what is done.</summary>
public sealed class AnalysisWork : JobWork
{
    public override string Kind => StudyJobs.AnalysisKind;

    public override Permission Permission => Permissions.ManageStudies;

    public override async Task<int> CutAsync(JobTask job, CancellationToken cancellation)
    {
        await using var db = job.Get<DatabaseEngine>().OpenReader();
        var analysis = await OneAsync(db, job.InputAs<AnalysisOrder>(), cancellation);
        return AnalysisParts.Of(analysis.ReadSettings()).Count;
    }

    public override async Task<byte[]> RunChunkAsync(
        JobTask job,
        int index,
        IProgress<double> within,
        CancellationToken cancellation
    )
    {
        var order = job.InputAs<AnalysisOrder>();
        await using var db = job.Get<DatabaseEngine>().OpenReader();
        var settings = (await OneAsync(db, order, cancellation)).ReadSettings();
        var study = await StudyAsync(db, order.StudyId, cancellation);
        var minimum = await OwnStudy.MinimumAsync(db, cancellation);
        var hash = StudyInputs.HashOf(study, StudySteps.Lists, minimum);
        if (await EarlierAsync(db, order, index, hash, cancellation) is { } done)
        {
            return done;
        }

        var state = study.Step(StudySteps.Lists).Result;
        if (state.Length == 0)
        {
            throw new JobFailedException(StudyRefusals.ListsFirst);
        }

        var part = AnalysisParts.Run(
            AnalysisParts.Of(settings)[index],
            StudyRun.Lists(state, settings.Lists).Table,
            settings,
            Math.Clamp(Environment.ProcessorCount, 1, 64),
            within,
            cancellation
        );
        return JsonSerializer.SerializeToUtf8Bytes(
            new KeptPart(hash, AnalysisParts.Write(part)),
            StudyJson.Plain
        );
    }

    public override async Task<Outcome<Done>> FinishAsync(
        Act act,
        JobTask job,
        IReadOnlyList<byte[]> results,
        CancellationToken cancellation
    )
    {
        var order = job.InputAs<AnalysisOrder>();
        var found = await OwnStudy.OpenAsync(act, order.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var study = found.Value;
        var minimum = await OwnStudy.MinimumAsync(act.Db, cancellation);
        var kept = Kept(results, StudyInputs.HashOf(study, StudySteps.Lists, minimum));
        if (kept.Count < results.Count)
        {
            // The lists changed while it ran.
            return new Refusal(AnalysisRefusals.ListsChanged);
        }

        var analysis = study.Analyses.Single(each => each.Id == order.AnalysisId);
        Keep(act, study, analysis, kept, minimum);
        Headline.SetByItself(act, study, analysis, minimum);
        Leave(study, "", act.Now);
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }

    public override async Task StopAsync(Act act, Job job, CancellationToken cancellation)
    {
        var analysis = await act.Db.StudyAnalyses.FirstOrDefaultAsync(
            each => each.JobId == job.Id && each.State == AnalysisStates.Running,
            cancellation
        );
        if (analysis is null)
        {
            return;
        }

        var cancelled = job.State == JobStates.Cancelled;
        (analysis.State, analysis.EndedAt) = (
            cancelled ? AnalysisStates.Stopped : AnalysisStates.Failed,
            act.Now
        );
        var study = await act
            .Db.Studies.Include(each => each.Sources)
            .Include(each => each.Steps)
            .Include(each => each.Texts)
            .Include(each => each.Figures)
            .AsSplitQuery()
            .SingleAsync(each => each.Id == analysis.StudyId, cancellation);
        var minimum = await OwnStudy.MinimumAsync(act.Db, cancellation);
        var results = await act
            .Db.JobChunks.Where(chunk => chunk.JobId == job.Id)
            .OrderBy(chunk => chunk.Index)
            .Select(chunk => chunk.Result)
            .ToListAsync(cancellation);
        var kept = Kept(results, StudyInputs.HashOf(study, StudySteps.Lists, minimum));
        if (cancelled && kept.Count > 0)
        {
            Keep(act, study, analysis, kept, minimum);
            analysis.State = AnalysisStates.Partial;
        }

        Leave(study, cancelled ? StudyRefusals.Cancelled : StudyRefusals.StepFailed, act.Now);
        StudyPath.Refresh(study, act.Now, minimum);
    }

    private static void Keep(
        Act act,
        Study study,
        StudyAnalysis analysis,
        IReadOnlyList<AnalysisPart> parts,
        int minimum
    )
    {
        var settings = analysis.ReadSettings();
        var lists = StudyRun.Lists(study.Step(StudySteps.Lists).Result, settings.Lists);
        analysis.ListsHash = StudyInputs.HashOf(study, StudySteps.Lists, minimum);
        analysis.InputsHash = StudyInputs.HashOf(analysis.ListsHash, settings);
        analysis.Versions = JsonSerializer.Serialize(StudyInputs.Versions, StudyJson.Plain);
        analysis.Figures = JsonSerializer.Serialize(
            AnalysisParts.Join(lists, settings, parts),
            StudyJson.Plain
        );
        (analysis.State, analysis.EndedAt) = (AnalysisStates.Done, act.Now);
    }

    /// <summary>The step waits no longer; where it stands is told anew.</summary>
    private static void Leave(Study study, string reason, DateTimeOffset now)
    {
        var step = study.Step(StudySteps.Estimate);
        (step.State, step.Reason, step.ChangedAt) = (StepStates.Ready, reason, now);
    }

    private static async Task<byte[]?> EarlierAsync(
        FaroDb db,
        AnalysisOrder order,
        int index,
        string hash,
        CancellationToken cancellation
    )
    {
        var done = order.Earlier is { } earlier
            ? await db
                .JobChunks.Where(chunk => chunk.JobId == earlier && chunk.Index == index)
                .Select(chunk => chunk.Result)
                .FirstOrDefaultAsync(cancellation)
            : null;
        return
            done is { Length: > 0 }
            && JsonSerializer.Deserialize<KeptPart>(done, StudyJson.Plain)!.ListsHash == hash
            ? done
            : null;
    }

    /// <summary>The pieces that were made from these very lists.</summary>
    private static List<AnalysisPart> Kept(IReadOnlyList<byte[]> results, string hash) =>
        [
            .. results
                .Where(result => result.Length > 0)
                .Select(result => JsonSerializer.Deserialize<KeptPart>(result, StudyJson.Plain)!)
                .Where(kept => kept.ListsHash == hash)
                .Select(kept => AnalysisParts.Read(kept.Part)),
        ];

    private static Task<StudyAnalysis> OneAsync(
        FaroDb db,
        AnalysisOrder order,
        CancellationToken cancellation
    ) =>
        db
            .StudyAnalyses.AsNoTracking()
            .SingleAsync(each => each.Id == order.AnalysisId, cancellation);

    private static Task<Study> StudyAsync(FaroDb db, Guid id, CancellationToken cancellation) =>
        db
            .Studies.AsNoTracking()
            .Include(each => each.Sources)
            .Include(each => each.Steps)
            .AsSplitQuery()
            .SingleAsync(each => each.Id == id, cancellation);

    private sealed record KeptPart(string ListsHash, byte[] Part);
}
