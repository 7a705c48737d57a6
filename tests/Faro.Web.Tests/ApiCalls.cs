// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Faro.Web.Tests;

/// <summary>Asks the API as another program does.</summary>
internal static class ApiCalls
{
    /// <summary>Posts, and fails the test unless the answer has this status.</summary>
    /// <returns>What was answered.</returns>
    public static async Task<JsonElement> PostedAsync(
        this HttpClient client,
        string path,
        object? body = null,
        HttpStatusCode status = HttpStatusCode.OK
    )
    {
        var address = new Uri(path, UriKind.Relative);
        using var content = body is null ? null : JsonContent.Create(body, body.GetType());
        using var answer = await client.PostAsync(
            address,
            content,
            TestContext.Current.CancellationToken
        );
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{path}: {answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
