// SPDX-License-Identifier: Apache-2.0
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Studies.Figures;

/// <summary>What analysts write, as HTML: no raw HTML, no picture from elsewhere, no link but to the web or a mail address.</summary>
internal static class ReportMarkdown
{
    private const int ChapterLevel = 2;
    private const int DeepestLevel = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseFootnotes()
        .Build();

    /// <param name="markdown">As written.</param>
    /// <returns>Its headings stand under a chapter's (level 3 and deeper) and skip no level.</returns>
    public static MarkupString ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        Under(document);
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.IsImage || !IsSafe(link.Url))
            {
                (link.IsImage, link.Url) = (false, "");
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !IsSafe(l.Url)))
        {
            link.Url = "";
        }

        foreach (var table in document.Descendants<Markdig.Extensions.Tables.TableCell>())
        {
            if (table.Parent is Markdig.Extensions.Tables.TableRow { IsHeader: true })
            {
                table.GetAttributes().AddProperty("scope", "col");
            }
        }

        return new MarkupString(document.ToHtml(Pipeline));
    }

    private static void Under(MarkdownDocument document)
    {
        var before = ChapterLevel;
        var headings = document.Descendants<HeadingBlock>().ToList();
        var highest = headings.Select(heading => heading.Level).DefaultIfEmpty(1).Min();
        foreach (var heading in headings)
        {
            var wanted = heading.Level - highest + ChapterLevel + 1;
            heading.Level = Math.Min(Math.Min(wanted, before + 1), DeepestLevel);
            before = heading.Level;
        }
    }

    private static bool IsSafe(string? url) =>
        url is not null
        && (
            url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith('#')
        );
}
