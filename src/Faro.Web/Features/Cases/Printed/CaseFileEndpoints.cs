// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Web.Doors;
using Faro.Web.Features.Approvals;
using Faro.Web.Features.Consent;
using Faro.Web.Features.Documents;
using Faro.Web.Features.Justice;
using Faro.Web.Features.Regularisation;
using Faro.Web.Layout;
using Faro.Web.Printing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Features.Cases.Printed;

/// <summary>The case file as a file, in either language.</summary>
internal static class CaseFileEndpoints
{
    public static void AddFaroCaseFile(this IServiceCollection services)
    {
        services.AddScoped<CaseFileReader>();
        services.AddScoped<ICaseFilePart, PathPart>();
        services.AddScoped<ICaseFilePart, ConsentPart>();
        services.AddScoped<ICaseFilePart, JusticePart>();
        services.AddScoped<ICaseFilePart, MigrationPart>();
        services.AddScoped<ICaseFilePart, ApprovalsPart>();
        services.AddScoped<ICaseFilePart, DocumentsPart>();
    }

    public static void MapFaroCaseFile(this IEndpointRouteBuilder app) =>
        app.MapGet("/casos/{id:guid}/expediente/{language:regex(^(es|en)$)}.pdf", PrintAsync)
            .RequireDoor(Permissions.ViewCaseContent)
            .ServesDocuments();

    private static async Task<IResult> PrintAsync(
        Guid id,
        string language,
        [FromQuery(Name = CaseFileLinks.Asks)] string[]? asked,
        HttpContext context,
        [AsParameters] CaseFilePrinting printing
    )
    {
        var aborted = context.RequestAborted;
        var compartments = asked ?? [];
        // What areas put into words while they read is in the document's language too.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (
            StandaloneHtml.CultureOf(language),
            StandaloneHtml.CultureOf(language)
        );
        var printed = await printing.Reader.ReadAsync(
            printing.Db,
            printing.Current.Actor,
            printing.Current.DisplayName,
            id,
            compartments,
            aborted
        );
        if (!printed.Done)
        {
            return Results.NotFound();
        }

        await printing.Banner.ReadAsync();
        var html = await StandaloneHtml.RenderAsync<CaseFileDocument>(
            language,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(CaseFileDocument.Printed)] = printed.Value,
                [nameof(CaseFileDocument.Demo)] = printing.Banner.Demo,
                [nameof(CaseFileDocument.Style)] = printing.Assets.Inline("app.css"),
            }
        );
        return await printing.Pdf.AnswerAsync(
            context,
            html,
            $"documento-{id.ToString("N")[^8..]}.pdf",
            $"{CaseFileLinks.Page(id)}?pdf=no&{string.Join('&', compartments.Select(code => $"{CaseFileLinks.Asks}={code}"))}"
        );
    }

    /// <summary>What printing needs, as one parameter.</summary>
    private sealed record CaseFilePrinting(
        FaroDb Db,
        CurrentActor Current,
        ProgrammeBanner Banner,
        CaseFileReader Reader,
        FaroAssets Assets,
        PdfPrinter Pdf
    );
}
