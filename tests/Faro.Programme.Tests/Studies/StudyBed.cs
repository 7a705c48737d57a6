// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Sources;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Faro.Programme.Tests.Studies;

/// <summary>A programme in which an analyst makes studies, with jobs run on demand.</summary>
internal sealed class StudyBed : IAsyncDisposable
{
    private StudyBed(TestProgramme programme) => Programme = programme;

    public TestProgramme Programme { get; }

    public Actor Analyst => Programme.As(Role.Analyst);

    public static async Task<StudyBed> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite) =>
        new(await TestProgramme.StartAsync(kind, services => services.AddSingleton<JobRunner>()));

    public static StudyFacts Facts { get; } =
        new()
        {
            TitleEs = "Diagnóstico",
            QuestionEs = "¿Cuántas personas no ha visto nadie?",
            Territory = "14067",
            TerritoryName = "Puerto Vallarta",
            PeriodFrom = new DateOnly(2020, 1, 1),
            PeriodTo = new DateOnly(2026, 12, 31),
            Settings = new StudySettings { Replicates = 50 },
        };

    public Task<Guid> NewStudyAsync() =>
        Programme.DoneAsync(Programme.Get<CreateStudy>(), Analyst, Facts);

    public async Task<Guid> ReceiveAsync(Guid study, string kind, string name, Stream file)
    {
        var outcome = await Programme
            .Get<SourceReception>()
            .ReceiveAsync(
                Analyst,
                Input(study, kind, name),
                file,
                TestContext.Current.CancellationToken
            );
        Assert.True(outcome.Done, string.Join(", ", outcome.Refusals));
        return outcome.Value;
    }

    public static AddSourceInput Input(Guid study, string kind, string name) =>
        new(
            study,
            kind,
            new SourceFacts
            {
                Name = name,
                Origin = "Casa " + name,
                RetrievedOn = new DateOnly(2026, 11, 1),
            }
        );

    /// <summary>Receives, maps as guessed, loads, and waits.</summary>
    public async Task<Guid> LoadAsync(Guid study, string kind, string name, string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var source = await ReceiveAsync(study, kind, name, file);
        await MapAsync(source);
        await Programme.DoneAsync(
            Programme.Get<LoadSource>(),
            Analyst,
            new LoadSourceInput(source)
        );
        await RunJobsAsync();
        var job = await Programme.ReadAsync(db =>
            db.Jobs.SingleAsync(each =>
                db.StudySources.Any(s => s.Id == source && s.JobId == each.Id)
            )
        );
        Assert.True(job.State == JobStates.Done, $"{job.FailureCode} {job.FailureValues}");
        return source;
    }

    public async Task MapAsync(Guid source)
    {
        var preview = await Programme.DoneAsync(
            Programme.Get<PreviewSource>(),
            Analyst,
            new PreviewSourceInput(source)
        );
        await Programme.DoneAsync(
            Programme.Get<MapSource>(),
            Analyst,
            new MapSourceInput(source, preview.Mapping)
        );
    }

    /// <summary>What an estimate takes least time with.</summary>
    public static AnalysisSettings Quick { get; } =
        new()
        {
            Methods = ["main-effects", "stepwise"],
            Replicates = 50,
            Sensitivity = false,
            Simulations = 0,
        };

    public async Task TryAsync(Guid study, AnalysisSettings settings, string why)
    {
        await Programme.DoneAsync(
            Programme.Get<TryAnalysis>(),
            Analyst,
            new TryAnalysisInput(study, settings, why)
        );
        await RunJobsAsync();
    }

    public async Task RunAsync(Guid study, string step)
    {
        await Programme.DoneAsync(Programme.Get<RunStep>(), Analyst, new RunStepInput(study, step));
        await RunJobsAsync();
    }

    /// <summary>Runs what waits, until nothing does.</summary>
    public async Task RunJobsAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var runner = Programme.Get<JobRunner>();
        await runner.StartAsync(cancellation);
        while (
            await Programme.ReadAsync(db =>
                db.Jobs.AnyAsync(
                    job => job.State == JobStates.Queued || job.State == JobStates.Running,
                    cancellation
                )
            )
        )
        {
            await Task.Delay(20, cancellation);
        }

        await runner.StopAsync(cancellation);
    }

    public async Task<(string State, string Reason)> StepAsync(Guid study, string code)
    {
        var step = await Programme.ReadAsync(db =>
            db.StudySteps.SingleAsync(each => each.StudyId == study && each.Code == code)
        );
        return (step.State, step.Reason);
    }

    public Task<StudySource> SourceAsync(Guid id) =>
        Programme.ReadAsync(db => db.StudySources.SingleAsync(source => source.Id == id));

    public Task<List<StudyFigure>> FiguresAsync(Guid study) =>
        Programme.ReadAsync(db =>
            db.StudyFigures.Where(figure => figure.StudyId == study)
                .OrderBy(figure => figure.Order)
                .ToListAsync()
        );

    public ValueTask DisposeAsync() => Programme.DisposeAsync();
}
