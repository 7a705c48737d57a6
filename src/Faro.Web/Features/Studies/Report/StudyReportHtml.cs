// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Report;
using Faro.Web.Printing;

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
    public Task<string> RenderAsync(StudyReport report, string language, bool demo = false) =>
        AloneHtml.RenderAsync<ReportDocument>(
            language,
            new(StringComparer.Ordinal)
            {
                [nameof(ReportDocument.Report)] = report,
                [nameof(ReportDocument.Demo)] = demo,
                [nameof(ReportDocument.Style)] = assets.Inline("app.css"),
                [nameof(ReportDocument.Script)] = Closed(assets.Inline("report.js")),
            }
        );

    /// <summary>Nothing within the script may end the element that holds it.</summary>
    private static string Closed(string script) =>
        script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
}
