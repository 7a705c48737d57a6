// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Studies.Report;
using Faro.Web.Doors;
using Faro.Web.Layout;
using Faro.Web.Printing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Features.Studies.Report;

/// <summary>The report as a file, in either language.</summary>
internal static class ReportEndpoints
{
    public static void AddFaroStudies(this IServiceCollection services) =>
        services.AddSingleton<StudyReportHtml>();

    public static void MapFaroReports(this IEndpointRouteBuilder app) =>
        app.MapGet("/estudios/{id:guid}/informe/{language:regex(^(es|en)$)}.pdf", PrintAsync)
            .RequireDoor(Permissions.ViewStudies)
            .ExcludeFromDescription();

    private static async Task<IResult> PrintAsync(
        Guid id,
        string language,
        HttpContext context,
        [AsParameters] ReportPrinting printing
    )
    {
        var aborted = context.RequestAborted;
        var report = await StudyReports.ReadAsync(printing.Db, printing.Current.Actor, id, aborted);
        if (report is null)
        {
            return Results.NotFound();
        }

        await printing.Banner.ReadAsync();
        var html = await printing.Html.RenderAsync(report, language, printing.Banner.Demo);
        return await printing.Pdf.AnswerAsync(
            context,
            html,
            $"faro-{id:N}-{language}.pdf",
            StudiesLinks.Report(id) + "?pdf=no"
        );
    }

    /// <summary>What printing needs, as one parameter.</summary>
    private sealed record ReportPrinting(
        FaroDb Db,
        CurrentActor Current,
        ProgrammeBanner Banner,
        StudyReportHtml Html,
        PdfPrinter Pdf
    );
}
