// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Mime;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Pipeline;

public sealed class ErrorPagesTests
{
    /// <summary>Below a known address, of a case that is nobody's, and of nothing at all.</summary>
    private static readonly string[] Nowhere =
    [
        "/no-hay-nada-aqui",
        "/casos/nadie/nada",
        $"/casos/{Guid.Empty}",
        $"/casos/{Guid.Empty}/no-hay",
    ];

    [Fact]
    public async Task An_address_without_a_page_says_so_and_shows_a_way_back()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Caseworker);
        foreach (var address in Nowhere)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(MediaTypeNames.Text.Html, answer.Content.Headers.ContentType?.MediaType);
            var page = await answer.ReadPageAsync();
            Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
            Assert.NotNull(page.QuerySelector("main a[href='/']"));
        }
    }
}
