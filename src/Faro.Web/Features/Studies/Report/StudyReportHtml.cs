// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Studies.Report;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Faro.Web.Features.Studies.Report;

/// <summary>Writes a report as one HTML file with nothing to fetch: words, style and the charts' script are in it.</summary>
/// <param name="assets">The built client part.</param>
public sealed class StudyReportHtml(FaroAssets assets)
{
    /// <param name="report">What to write.</param>
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    /// <param name="demo">Whether every person and fact in it is invented, which the cover then says.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentException">Another language.</exception>
    public async Task<string> RenderAsync(StudyReport report, string language, bool demo = false)
    {
        var culture = language switch
        {
            "es" => new CultureInfo("es-MX"),
            "en" => new CultureInfo("en-US"),
            _ => throw new ArgumentException("es or en", nameof(language)),
        };

        // The culture flows with this call alone: whoever called keeps theirs.
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(
            services,
            services.GetRequiredService<ILoggerFactory>()
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var document = await renderer.RenderComponentAsync<ReportDocument>(
                ParameterView.FromDictionary(
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [nameof(ReportDocument.Report)] = report,
                        [nameof(ReportDocument.Demo)] = demo,
                        [nameof(ReportDocument.Style)] = assets.Inline("app.css"),
                        [nameof(ReportDocument.Script)] = Closed(assets.Inline("report.js")),
                    }
                )
            );
            return document.ToHtmlString();
        });
    }

    /// <summary>Nothing within the script may end the element that holds it.</summary>
    private static string Closed(string script) =>
        script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
}
