// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Files;
using Faro.Programme.Studies.Report;
using Faro.Web;
using Faro.Web.Features.Studies.Report;
using Faro.Web.Printing;

namespace Faro.Cli;

/// <summary>The files of a study: figures for programs, the report in both languages for people.</summary>
internal static class StudyOutput
{
    private static readonly string[] Languages = ["es", "en"];

    /// <returns>Names of the files, in order.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        StudyReport report,
        string folder,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(folder);
        var files = new List<string> { "figures.json" };
        await File.WriteAllTextAsync(
            Path.Combine(folder, "figures.json"),
            JsonSerializer.Serialize(report.Figures, StudyJson.Plain),
            cancellation
        );
        foreach (var figure in report.Figures)
        {
            var name = $"{figure.Code}.csv";
            await using var text = new StreamWriter(Path.Combine(folder, name));
            FigureCsv.Write(text, figure.Data);
            files.Add(name);
        }

        var pages = new StudyReportHtml(new FaroAssets());
        using var printer = new TaggedPdf();
        foreach (var language in Languages)
        {
            var html = await pages.RenderAsync(report, language);
            files.Add($"report.{language}.html");
            await File.WriteAllTextAsync(Path.Combine(folder, files[^1]), html, cancellation);
            var pdf = $"report.{language}.pdf";
            if (await printer.PrintAsync(html, Path.Combine(folder, pdf), cancellation))
            {
                files.Add(pdf);
            }
        }

        return files;
    }

    public static string Json(StudyReport report, IReadOnlyList<string> files) =>
        JsonSerializer.Serialize(new { files, figures = report.Figures }, StudyJson.Plain);
}
