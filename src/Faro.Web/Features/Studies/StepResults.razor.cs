// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Report;
using Faro.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Studies;

/// <summary>One step: run it, watch it, read its figures.</summary>
public sealed partial class StepResults(FaroDb db, RunStep runStep) : Screen
{
    private StudyHead? _study;
    private StepRow? _step;
    private IReadOnlyList<StepRow> _steps = [];
    private IReadOnlyList<ReportFigure> _figures = [];

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public string Code { get; set; } = "";

    /// <summary>0 to 1; nothing while the work has not been cut, which a progress bar shows as moving.</summary>
    private string? Share { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _study = await db
            .Studies.VisibleTo(Actor)
            .Where(study => study.Id == Id)
            .Heads(db)
            .FirstOrDefaultAsync(Aborted);
        if (_study is null || !StudySteps.Runnable.Contains(Code, StringComparer.Ordinal))
        {
            _study = null;
            SayNotFound();
            return;
        }

        _steps = await db.StepsAsync(Id, Aborted);
        _step = _steps.FirstOrDefault(step => step.Code == Code);
        if (_step?.JobId is { } job && _step.State == StepStates.Running)
        {
            var work = await db
                .Jobs.Where(each => each.Id == job)
                .Select(each => new { each.ChunkCount, each.ChunksDone })
                .FirstOrDefaultAsync(Aborted);
            Share = work is { ChunkCount: > 0 }
                ? ((double)work.ChunksDone / work.ChunkCount).ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                )
                : null;
        }

        var codes = await db
            .StudyFigures.Where(figure => figure.StudyId == Id && figure.Step == Code)
            .Select(figure => figure.Code)
            .ToListAsync(Aborted);
        if (codes.Count > 0)
        {
            var report = await StudyReports.ReadAsync(db, Actor, Id, Aborted);
            _figures =
            [
                .. report!.Figures.Where(figure =>
                    codes.Contains(figure.Code, StringComparer.Ordinal)
                ),
            ];
        }
    }

    private async Task RunAsync()
    {
        if (
            _study is not null
            && Settled(await runStep.RunAsync(Actor, new RunStepInput(Id, Code), Aborted))
        )
        {
            GoTo(StudiesLinks.Step(Id, Code));
        }
    }
}
