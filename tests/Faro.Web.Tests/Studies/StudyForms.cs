// SPDX-License-Identifier: Apache-2.0
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Xunit;

namespace Faro.Web.Tests.Studies;

/// <summary>The forms of studies as a browser would send them.</summary>
internal static class StudyForms
{
    /// <returns>The path of the new study's page.</returns>
    public static async Task<string> CreateAsync(HttpClient client)
    {
        using var answer = await PostAsync(
            client,
            "/estudios/nuevo",
            "create-study",
            new()
            {
                ["Answers.TitleEs"] = "Personas que nadie vio",
                ["Answers.QuestionEs"] = "¿Cuántas son?",
                ["Answers.TerritoryName"] = "Reino Unido",
                ["Answers.PeriodFrom"] = "2013-01-01",
                ["Answers.PeriodTo"] = "2013-12-31",
            }
        );
        return PathOf(answer);
    }

    public static async Task<HttpResponseMessage> PostAsync(
        HttpClient client,
        string path,
        string form,
        Dictionary<string, string> answers
    )
    {
        var fields = await FieldsAsync(client, path, form);
        foreach (var (name, value) in answers)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(Relative(path), content);
    }

    /// <summary>What a browser would send of the form as it stands.</summary>
    public static async Task<Dictionary<string, string>> FieldsAsync(
        HttpClient client,
        string path,
        string form
    )
    {
        var page = await PageAsync(client, path);
        var shown = page.QuerySelectorAll("form")
            .Single(each =>
                each.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form
            );
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in shown.QuerySelectorAll("input[name]"))
        {
            if (
                input.GetAttribute("type") is not "radio" and not "checkbox" and not "file"
                || input.HasAttribute("checked")
            )
            {
                fields[input.GetAttribute("name")!] = input.GetAttribute("value") ?? "";
            }
        }

        foreach (var area in shown.QuerySelectorAll("textarea[name]"))
        {
            fields[area.GetAttribute("name")!] = area.TextContent;
        }

        foreach (var select in shown.QuerySelectorAll("select[name]"))
        {
            fields[select.GetAttribute("name")!] =
                select.QuerySelector("option[selected]")?.GetAttribute("value") ?? "";
        }

        return fields;
    }

    public static string PathOf(HttpResponseMessage answer)
    {
        Assert.NotNull(answer.Headers.Location);
        var location = answer.Headers.Location;
        return location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString;
    }

    public static async Task<IDocument> PageAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Relative(path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ReadAsync(answer);
    }

    public static async Task<IDocument> ReadAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext
            .New(Configuration.Default)
            .OpenAsync(request => request.Content(html));
    }

    public static Uri Relative(string path) => new(path, UriKind.Relative);
}
