// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Headers;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Pipeline;

public sealed class AssetsEndpointsTests : IAsyncLifetime
{
    private FaroHost? _host;

    private FaroHost Host => _host!;

    public async ValueTask InitializeAsync() =>
        _host = await FaroHost.StartAsync(DatabaseKind.Sqlite);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_file_is_kept_by_the_browser_for_ever()
    {
        using var answer = await GetAsync(new FaroAssets().Url("app.css"), "br");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Contains(
            "immutable",
            answer.Headers.CacheControl!.ToString(),
            StringComparison.Ordinal
        );
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task A_browser_without_brotli_reads_the_same_styles()
    {
        using var answer = await GetAsync(new FaroAssets().Url("app.css"), "identity");
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal(
            new FaroAssets().Inline("app.css"),
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_file_that_is_already_there_is_not_sent_again()
    {
        var url = new FaroAssets().Url("main.js");
        using var first = await GetAsync(url, "br");
        using var again = await GetAsync(url, "br", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task An_unknown_file_is_not_found()
    {
        using var answer = await GetAsync("/assets/manifest.json", "br");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_file_that_a_page_names_is_there()
    {
        using var page = await GetAsync("/", "identity");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var urls = System
            .Text.RegularExpressions.Regex.Matches(html, "\"(/assets/[^\"]+)\"")
            .Select(match => match.Groups[1].Value)
            .ToArray();
        Assert.Equal(3, urls.Length);
        foreach (var url in urls)
        {
            using var answer = await GetAsync(url, "br");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> GetAsync(
        string url,
        string encoding,
        EntityTagHeaderValue? tag = null
    )
    {
        using var client = Host.AsPublic();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
