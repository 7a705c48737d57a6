// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Features.Agencies;
using Faro.Web.Features.Approvals;
using Faro.Web.Features.Audit;
using Faro.Web.Features.Caseload;
using Faro.Web.Features.Cases;
using Faro.Web.Features.Casework;
using Faro.Web.Features.Consent;
using Faro.Web.Features.Documents;
using Faro.Web.Features.Identification;
using Faro.Web.Features.Indicators;
using Faro.Web.Features.Jobs;
using Faro.Web.Features.Justice;
using Faro.Web.Features.People;
using Faro.Web.Features.Regularisation;
using Faro.Web.Features.Releases;
using Faro.Web.Features.Screening;
using Faro.Web.Features.Studies;
using Microsoft.AspNetCore.Builder;

namespace Faro.Web.Pipeline;

/// <summary>The JSON doors: one collection per noun (design §6). Each area maps its own.</summary>
internal static class ApiEndpoints
{
    public static void MapFaroApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").DisableAntiforgery();
        api.MapAgencies();
        api.MapApprovals();
        api.MapAudit();
        api.MapCases();
        api.MapCaseload();
        api.MapIdentification();
        api.MapCasework();
        api.MapConsents();
        api.MapDocuments();
        api.MapIndicators();
        api.MapJobs();
        api.MapJustice();
        api.MapPeople();
        api.MapRegularisation();
        api.MapReleases();
        app.MapPublicTables();
        api.MapScreenings();
        api.MapStudies();
    }
}
