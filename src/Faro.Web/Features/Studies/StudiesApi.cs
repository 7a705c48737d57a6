// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Report;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Studies;

/// <summary>Studies for programs: the list, one with its path, its protected report, and the writes of the screens.</summary>
public static class StudiesApi
{
    public static void MapStudies(this RouteGroupBuilder api)
    {
        var studies = api.MapGroup("/studies").WithTags("studies");
        studies.MapGet("", ListAsync).RequireDoor(Permissions.ViewStudies);
        studies.MapGet("/{id:guid}", OneAsync).RequireDoor(Permissions.ViewStudies);
        studies.MapGet("/{id:guid}/report", ReportAsync).RequireDoor(Permissions.ViewStudies);
        studies.MapOperation<CreateStudy, StudyFacts, Guid>("create");
        studies.MapItemOperation<ChangeStudy, ChangeStudyBody, ChangeStudyInput, Done>(
            "change",
            (id, body) => new(id, body.Facts, body.Version)
        );
        studies.MapItemOperation<RunStep, RunStepBody, RunStepInput, Guid>(
            "run-step",
            (id, body) => new(id, body.Step)
        );
        studies.MapItemOperation<WriteText, WriteTextBody, WriteTextInput, Done>(
            "write-text",
            (id, body) => new(id, body.Part, body.Es ?? "", body.En ?? "", body.Version)
        );
        studies.MapGet("/{id:guid}/analyses", AnalysesAsync).RequireDoor(Permissions.ViewStudies);
        studies.MapItemOperation<TryAnalysis, TryAnalysisBody, TryAnalysisInput, Guid>(
            "try-analysis",
            (id, body) => new(id, body.Settings, body.Why)
        );
        studies.MapItemOperation<StopAnalysis, AnalysisBody, AnalysisInput, Done>(
            "stop-analysis",
            (id, body) => new(id, body.AnalysisId)
        );
        studies.MapItemOperation<ResumeAnalysis, AnalysisBody, AnalysisInput, Guid>(
            "resume-analysis",
            (id, body) => new(id, body.AnalysisId)
        );
        studies.MapItemOperation<ChooseAnalysis, ChooseAnalysisBody, ChooseAnalysisInput, Done>(
            "choose-analysis",
            (id, body) =>
                new(
                    id,
                    body.AnalysisId,
                    body.ReasonEs,
                    body.ReasonEn ?? "",
                    body.WordsEs ?? "",
                    body.WordsEn ?? ""
                )
        );
        studies.MapItemOperation<SignAssumptions, SignAssumptionsBody, SignAssumptionsInput, Done>(
            "sign-assumptions",
            (id, body) => new(id, body.Name, body.Answers)
        );
        studies.MapItemOperation<CloseStudy, CloseStudyBody, CloseStudyInput, Done>(
            "close",
            (id, body) => new(id, body.Version)
        );
    }

    private static async Task<Ok<ApiPage<StudyHead>>> ListAsync(
        FaroDb db,
        CurrentActor current,
        Guid? after,
        int? take,
        CancellationToken cancellation
    )
    {
        var studies = db.Studies.VisibleTo(current.Actor);
        if (after is { } last)
        {
            studies = studies.Where(study => study.Id.CompareTo(last) > 0);
        }

        return await studies
            .OrderBy(study => study.Id)
            .Heads(db)
            .ToPageAsync(take, study => study.Id, cancellation);
    }

    private static async Task<Results<Ok<StudyAnswer>, NotFound>> OneAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        CancellationToken cancellation
    )
    {
        var head = await db
            .Studies.VisibleTo(current.Actor)
            .Where(study => study.Id == id)
            .Heads(db)
            .FirstOrDefaultAsync(cancellation);
        return head is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(new StudyAnswer(head, await db.StepsAsync(id, cancellation)));
    }

    private static async Task<Results<Ok<AnalysisDesk>, NotFound>> AnalysesAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        int? number,
        CancellationToken cancellation
    ) =>
        await AnalysisDesk.ReadAsync(db, current.Actor, id, number, cancellation) is { } desk
            ? TypedResults.Ok(desk)
            : TypedResults.NotFound();

    private static async Task<Results<Ok<StudyReport>, NotFound>> ReportAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        CancellationToken cancellation
    ) =>
        await StudyReports.ReadAsync(db, current.Actor, id, cancellation) is { } report
            ? TypedResults.Ok(report)
            : TypedResults.NotFound();
}

/// <param name="Study">What it is about.</param>
/// <param name="Steps">Where each step stands, in order.</param>
public sealed record StudyAnswer(StudyHead Study, IReadOnlyList<StepRow> Steps);

/// <param name="Facts">All of them.</param>
/// <param name="Version">The version that was read.</param>
public sealed record ChangeStudyBody(StudyFacts Facts, int Version);

/// <param name="Step">One of <see cref="StudySteps.Runnable"/>.</param>
public sealed record RunStepBody(string Step);

/// <param name="Part">One of <see cref="StudyParts"/>.</param>
/// <param name="Es">Markdown.</param>
/// <param name="En">Markdown.</param>
/// <param name="Version">Of the text that was read; 0 when there was none.</param>
public sealed record WriteTextBody(string Part, string? Es, string? En, int Version);

/// <param name="Version">The version that was read.</param>
public sealed record CloseStudyBody(int Version);

/// <param name="Settings">How.</param>
/// <param name="Why">Why it is tried.</param>
public sealed record TryAnalysisBody(AnalysisSettings Settings, string Why);

/// <param name="AnalysisId">Which.</param>
public sealed record AnalysisBody(Guid AnalysisId);

/// <param name="AnalysisId">Which.</param>
/// <param name="ReasonEs">Why this one.</param>
/// <param name="ReasonEn">The same in English.</param>
/// <param name="WordsEs">Added to the wording for publication.</param>
/// <param name="WordsEn">The same in English.</param>
public sealed record ChooseAnalysisBody(
    Guid AnalysisId,
    string ReasonEs,
    string? ReasonEn,
    string? WordsEs,
    string? WordsEn
);

/// <param name="Name">Of the signer.</param>
/// <param name="Answers">One for every code of the list <c>study-assumptions</c>.</param>
public sealed record SignAssumptionsBody(string Name, IReadOnlyList<AssumptionAnswer> Answers);
