// SPDX-License-Identifier: Apache-2.0
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Faro.Web.Tests.Access;

/// <summary>A browser without script: keeps cookies, fills in the forms of a page and follows where they lead.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient _client = new(
        new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }
    )
    {
        BaseAddress = address,
    };

    private IHtmlDocument? _page;

    /// <summary>Path and query of the page that is shown.</summary>
    public string Path { get; private set; } = "/";

    public HttpStatusCode Status { get; private set; }

    public string Words => _page?.Body?.TextContent ?? "";

    public HttpResponseMessage? Answer { get; private set; }

    public IHtmlDocument Page => _page!;

    public async Task<Browser> OpenAsync(string path)
    {
        await ShowAsync(new HttpRequestMessage(HttpMethod.Get, path));
        return this;
    }

    /// <summary>Sends the form of this name on the page that is shown, hidden fields and all.</summary>
    public Task SendAsync(string form, params (string Name, string Value)[] answers)
    {
        var handler = Page.QuerySelector($"input[name=_handler][value='{form}']");
        Assert.True(handler is not null, $"{Path} has no form {form}: {Words}");
        return SendAsync((IHtmlFormElement)handler.Closest("form")!, answers);
    }

    public Task SendToAsync(string action, params (string Name, string Value)[] answers) =>
        SendAsync((IHtmlFormElement)Page.QuerySelector($"form[action='{action}']")!, answers);

    public void Dispose() => _client.Dispose();

    private Task SendAsync(IHtmlFormElement form, (string Name, string Value)[] answers)
    {
        var given = answers.Select(answer => answer.Name).ToHashSet(StringComparer.Ordinal);
        var fields = form
            .Elements.OfType<IHtmlInputElement>()
            .Where(input =>
                input.Type is "hidden" || (input.IsChecked && input.Type is "checkbox" or "radio")
            )
            .Where(input => input.Name is not null && !given.Contains(input.Name))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(answers.Select(answer => KeyValuePair.Create(answer.Name, answer.Value)));
        var to = form.GetAttribute("action");
        return ShowAsync(
            new HttpRequestMessage(HttpMethod.Post, string.IsNullOrEmpty(to) ? Path : to)
            {
                Content = new FormUrlEncodedContent(fields.ToList()),
            }
        );
    }

    private async Task ShowAsync(HttpRequestMessage request)
    {
        for (var hops = 0; ; hops++)
        {
            var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            if (answer.Headers.Location is { } next && (int)answer.StatusCode is >= 300 and < 400)
            {
                Assert.True(hops < 5, "A circle of redirects");
                var target = new Uri(address, next);
                Assert.Equal(address.Authority, target.Authority);
                request = new HttpRequestMessage(HttpMethod.Get, target);
                continue;
            }

            (Answer, Status, Path) = (
                answer,
                answer.StatusCode,
                request.RequestUri!.IsAbsoluteUri
                    ? request.RequestUri.PathAndQuery
                    : request.RequestUri.ToString()
            );
            _page = new HtmlParser().ParseDocument(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
            return;
        }
    }
}
