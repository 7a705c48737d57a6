// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Programme.Storage;
using Faro.Programme.Studies.Sources;
using Faro.Programme.Studies.Steps;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies;

/// <summary>Does one step of a study as a job of one chunk, and keeps its figures. The estimate has a work of its own.</summary>
public sealed class StudyStepWork : JobWork
{
    public override string Kind => StudyJobs.StepKind;

    public override Permission Permission => Permissions.ManageStudies;

    public override Task<int> CutAsync(JobTask job, CancellationToken cancellation) =>
        Task.FromResult(1);

    public override async Task<byte[]> RunChunkAsync(
        JobTask job,
        int index,
        IProgress<double> within,
        CancellationToken cancellation
    )
    {
        var order = job.InputAs<StepOrder>();
        // Rows come from a reader of their own: the step pulls them while it works.
        await using var db = job.Get<DatabaseEngine>().OpenReader();
        var study = await db
            .Studies.AsNoTracking()
            .Include(each => each.Sources)
            .Include(each => each.Steps)
            .AsSplitQuery()
            .SingleAsync(each => each.Id == order.StudyId, cancellation);
        var minimum = await OwnStudy.MinimumAsync(db, cancellation);
        var input = await InputAsync(db, job.Get<SealingVault>(), study, minimum, cancellation);
        var before = order.Step switch
        {
            StudySteps.Lists => StateOf(study, StudySteps.SamePerson),
            _ => [],
        };
        var result = StudyRun.Run(order.Step, input, before, within, cancellation);
        return JsonSerializer.SerializeToUtf8Bytes(
            new KeptResult(StudyInputs.HashOf(study, order.Step, minimum), result),
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
        var order = job.InputAs<StepOrder>();
        var found = await OwnStudy.OpenAsync(act, order.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var study = found.Value;
        var kept = JsonSerializer.Deserialize<KeptResult>(results[0], StudyJson.Plain)!;
        var step = study.Steps.Single(each => each.Code == order.Step);
        (step.State, step.Reason, step.InputsHash, step.Result, step.ChangedAt) = (
            StepStates.Done,
            "",
            kept.InputsHash,
            kept.Result.State,
            act.Now
        );
        StudyFigures.Replace(
            study,
            order.Step,
            new FigureMaking(kept.InputsHash, study.Settings, study.Seed),
            kept.Result.Figures,
            act.Now
        );
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }

    public override async Task StopAsync(Act act, Job job, CancellationToken cancellation)
    {
        var step = await act.Db.StudySteps.FirstOrDefaultAsync(
            each => each.JobId == job.Id && each.State == StepStates.Running,
            cancellation
        );
        if (step is null)
        {
            return;
        }

        (step.State, step.Reason) = (
            StepStates.Ready,
            job.State == JobStates.Cancelled ? StudyRefusals.Cancelled : StudyRefusals.StepFailed
        );
        await StudyPath.RefreshAsync(act, step.StudyId, cancellation);
    }

    private static byte[] StateOf(Study study, string step) =>
        study.Steps.Single(each => each.Code == step).Result is { Length: > 0 } state ? state
        : study.Sources.Exists(s => s.Kind == SourceKinds.PersonList)
            ? throw new JobFailedException(StudyRefusals.SamePersonFirst)
        : [];

    private static async Task<StudyInput> InputAsync(
        FaroDb db,
        SealingVault vault,
        Study study,
        int minimum,
        CancellationToken cancellation
    ) =>
        new(
            [
                .. study
                    .Sources.OrderBy(source => source.Number)
                    .Select(source => new StepSource(
                        source.Number,
                        source.Kind,
                        source.Name,
                        SourceMapping.FromJson(source.Mapping) ?? new SourceMapping([]),
                        () => SourceRows.Read(db, vault, source.Id)
                    )),
            ],
            StudySettings.FromJson(study.Settings),
            new StudyFrame(study.PeriodFrom, study.PeriodTo, study.Seed, minimum),
            study.Sources.Exists(source => source.Kind == SourceKinds.Register)
                ? await RegisterCounts.ReadAsync(db, study.PeriodFrom, study.PeriodTo, cancellation)
                : [],
            Math.Clamp(Environment.ProcessorCount, 1, 64)
        );

    private sealed record KeptResult(string InputsHash, StepResult Result);
}
