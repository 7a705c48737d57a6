// SPDX-License-Identifier: Apache-2.0
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Faro.Web.Tests;

/// <summary>Reads and sends pages as a browser without script does.</summary>
internal static class PageForms
{
    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Xunit.Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.ReadPageAsync();
    }

    /// <summary>Sends the form of this name with what it holds already, and these answers over it.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient client,
        string path,
        string form,
        params (string Name, string Value)[] answers
    ) => await client.SendFormAsync(await client.PageAsync(path), path, form, answers);

    /// <summary>As above, on a page that is already here.</summary>
    public static Task<HttpResponseMessage> SendFormAsync(
        this HttpClient client,
        IHtmlDocument page,
        string path,
        string form,
        params (string Name, string Value)[] answers
    )
    {
        var element =
            page.QuerySelector($"input[name=_handler][value={form}]")?.Closest("form")
            ?? throw new InvalidOperationException($"{path} has no form {form}");
        var given = answers.Select(answer => answer.Name).ToHashSet(StringComparer.Ordinal);
        var fields = new List<KeyValuePair<string, string>>();
        void Add(string? name, string? value)
        {
            if (!string.IsNullOrEmpty(name) && !given.Contains(name))
            {
                fields.Add(new(name, value ?? ""));
            }
        }

        foreach (var input in element.QuerySelectorAll("input").OfType<IHtmlInputElement>())
        {
            if (input.Type is not ("checkbox" or "radio") || input.IsChecked)
            {
                Add(input.Name, input.Value);
            }
        }

        foreach (var select in element.QuerySelectorAll("select").OfType<IHtmlSelectElement>())
        {
            Add(select.Name, select.Value);
        }

        foreach (var area in element.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>())
        {
            Add(area.Name, area.Value);
        }

        fields.AddRange(
            answers.Select(answer => new KeyValuePair<string, string>(answer.Name, answer.Value))
        );
        return client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields));
    }
}
