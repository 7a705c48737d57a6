// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Programme.Jobs;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Report;
using Faro.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Studies.Analyses;

/// <summary>The estimate of a study as an analyst works on it.</summary>
public sealed partial class Desk(
    FaroDb db,
    JobProgress progress,
    TimeProvider clock,
    RunStep run,
    StopAnalysis stop,
    ResumeAnalysis resume
) : Screen
{
    private const double EnoughToTell = 0.05;

    private StudyHead? _study;
    private StepRow? _step;
    private IReadOnlyList<StepRow> _steps = [];
    private AnalysisDesk? _desk;
    private Job? _job;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "analisis")]
    private int? Number { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _study = await db
            .Studies.VisibleTo(Actor)
            .Where(study => study.Id == Id)
            .Heads(db)
            .FirstOrDefaultAsync(Aborted);
        _desk = await AnalysisDesk.ReadAsync(db, Actor, Id, Number, Aborted);
        if (_study is null || _desk is null)
        {
            _study = null;
            SayNotFound();
            return;
        }

        _steps = await db.StepsAsync(Id, Aborted);
        _step = _steps.FirstOrDefault(step => step.Code == StudySteps.Estimate);
        if (_desk.RunningJob is { } job)
        {
            _job = await db
                .Jobs.AsNoTracking()
                .FirstOrDefaultAsync(each => each.Id == job, Aborted);
        }
    }

    private string One(ReportAnalysis analysis) => StudiesLinks.Analysis(Id, analysis.Number);

    /// <summary>Where an analysis is made the headline; null when it cannot be.</summary>
    private string? Decide(ReportAnalysis analysis) =>
        analysis.State == AnalysisStates.Done && analysis.Number != _desk!.Ledger!.Headline
            ? StudiesLinks.Choose(Id, analysis.Number)
            : null;

    private string Share(Job job) =>
        progress.Of(job).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>As long again as it took so far, in proportion; nothing before that can be told.</summary>
    private string TimeLeft(Job job)
    {
        var share = progress.Of(job);
        if (share < EnoughToTell || job.StartedAt is not { } started)
        {
            return "";
        }

        var left = (clock.GetUtcNow() - started) * ((1 - share) / share);
        return left.TotalSeconds < 90
            ? T["Analysis.SecondsLeft", Math.Ceiling(left.TotalSeconds)]
            : T["Analysis.MinutesLeft", Math.Ceiling(left.TotalMinutes)];
    }

    private async Task RunAsync()
    {
        if (
            _study is not null
            && Settled(
                await run.RunAsync(Actor, new RunStepInput(Id, StudySteps.Estimate), Aborted)
            )
        )
        {
            GoTo(StudiesLinks.Estimate(Id));
        }
    }

    private async Task StopAsync(Guid analysis)
    {
        if (Settled(await stop.RunAsync(Actor, new AnalysisInput(Id, analysis), Aborted)))
        {
            GoTo(StudiesLinks.Estimate(Id));
        }
    }

    private async Task ResumeAsync(Guid analysis)
    {
        if (Settled(await resume.RunAsync(Actor, new AnalysisInput(Id, analysis), Aborted)))
        {
            GoTo(StudiesLinks.Estimate(Id));
        }
    }
}
