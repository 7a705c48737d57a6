// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.IO.Compression;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Faro.Programme.Storage;
using Faro.Web.Features.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;
using OpenTelemetry.Metrics;

namespace Faro.Web.Pipeline;

/// <summary>What every request passes: headers, language, limits, errors, who it is, whether it may.</summary>
internal static class PipelineRegistration
{
    public static void AddFaroPipeline(this IServiceCollection services, FaroOptions options)
    {
        // Accents leave as letters, not as entities.
        services.Configure<WebEncoderOptions>(web =>
            web.TextEncoderSettings = new(UnicodeRanges.All)
        );
        services.AddFaroHeaders();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "faro-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true; // the headers' policy says it for every page
        });
        services
            .AddDataProtection()
            .SetApplicationName("Faro")
            .PersistKeysToFileSystem(
                new DirectoryInfo(Path.GetDirectoryName(options.KeyringFile)!)
            );
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true; // form tokens are masked anew in each answer, so their length tells nothing
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli =>
            brotli.Level = CompressionLevel.Fastest
        );
        services.AddProblemDetails();
        services.AddApiJson();
        services.AddOpenApi("v1");
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services
            .AddOpenTelemetry()
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddPrometheusExporter()
            );
        AddLanguages(services);
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetFixedWindowLimiter(
                    context.User.Identity?.Name
                        ?? context.Connection.RemoteIpAddress?.ToString()
                        ?? "",
                    _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = options.RequestsPerMinute,
                        Window = TimeSpan.FromMinutes(1),
                    }
                )
            );
        });
    }

    public static void UseFaroPipeline(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseErrorPages();
        // It logs and says 500; the page (or the problem details) is made by the line above.
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = _ => Task.CompletedTask,
                StatusCodeSelector = failure =>
                    (failure as BadHttpRequestException)?.StatusCode
                    ?? StatusCodes.Status500InternalServerError,
                // What a caller got wrong is told to the caller, not to the log.
                SuppressDiagnosticsCallback = context =>
                    context.Exception is BadHttpRequestException,
            }
        );
        app.UseRouting();
        app.UseFirstTime();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void AddLanguages(IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(languages =>
        {
            // Browsers may ask for a language without a country.
            CultureInfo[] cultures = [new("es-MX"), new("en-US"), new("es"), new("en")];
            languages.DefaultRequestCulture = new RequestCulture("es-MX");
            languages.SupportedCultures = cultures;
            languages.SupportedUICultures = cultures;
            languages.ApplyCurrentCultureToResponseHeaders = true;
            languages.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = Languages.CookieName },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
}
