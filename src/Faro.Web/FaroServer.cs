// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Storage;
using Faro.Web.Doors;
using Faro.Web.Features.Access;
using Faro.Web.Features.Audit;
using Faro.Web.Features.Cases.Printed;
using Faro.Web.Features.Consent;
using Faro.Web.Features.Documents;
using Faro.Web.Features.Identification;
using Faro.Web.Features.Screening;
using Faro.Web.Features.Studies.Report;
using Faro.Web.Pipeline;
using Faro.Web.Printing;
using Faro.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Faro.Web;

/// <summary>The web side of Faro, built by the command line and by the tests alike.</summary>
public static class FaroServer
{
    /// <param name="options">Where this Faro keeps its things.</param>
    /// <param name="engine">Makes the database engine, which wants the host's log.</param>
    /// <param name="urls">What to listen on, as in <c>http://127.0.0.1:5080</c>; port 0 takes any free one.</param>
    /// <param name="more">What else the host adds: the command line its demo, a test its clock.</param>
    public static WebApplication Build(
        FaroOptions options,
        Func<ILoggerFactory, DatabaseEngine> engine,
        string urls,
        Action<WebApplicationBuilder>? more = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(FaroServer).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder
            .Logging.ClearProviders()
            .AddJsonConsole()
            .AddFilter("Microsoft", LogLevel.Warning)
            // The keys of the form tokens lie beside the keyring, in a folder only its owner can read.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.Configure<ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        using var startLog = LoggerFactory.Create(logging =>
            logging.AddConfiguration(builder.Configuration)
        );
        builder.Services.AddFaroProgramme(options, engine(startLog));
        builder.Services.AddFaroAssets();
        builder.Services.AddFaroDoors();
        builder.Services.AddFaroAuthentication(options);
        builder.Services.AddFaroWords();
        builder.Services.AddSingleton<PdfPrinter>();
        builder.Services.AddFaroStudies();
        builder.Services.AddFaroCaseFile();
        builder.Services.AddFaroPipeline(options);
        builder.Services.AddRazorComponents();
        more?.Invoke(builder);

        var app = builder.Build();
        app.UseFaroPipeline();
        app.MapFaroAssets().RequireDoor(Programme.Access.Permissions.Public);
        app.MapInterviewWorker();
        app.MapFaroOperations();
        app.MapFaroAuthentication();
        app.MapFaroReports();
        app.MapDeterminationPdf();
        app.MapFaroSignatures();
        app.MapFaroDocuments();
        app.MapFaroCaseFile();
        app.MapFaroApi();
        app.MapAuditDownload();
        app.MapRazorComponents<App>();
        return app;
    }
}
