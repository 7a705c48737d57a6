// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Casework;

/// <summary>One case of the caseworker's on a server, and what tests of its pages ask of it.</summary>
internal sealed class CaseFile(FaroHost host, Guid id) : IAsyncDisposable
{
    public Guid Id { get; } = id;

    public HttpClient Client { get; } = host.As(Role.Caseworker);

    public FaroHost Host => host;

    public string Path => $"/casos/{Id}";

    public static async Task<CaseFile> OpenAsync(DatabaseKind kind)
    {
        var host = await FaroHost.StartAsync(kind);
        return new CaseFile(host, await host.OpenCaseAsync());
    }

    public Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string place) =>
        Client.PageAsync(Path + place);

    /// <summary>Sends a form of one of its pages, and follows to where that leads.</summary>
    public async Task<string> SendAsync(
        string place,
        string form,
        params (string Name, string Value)[] answers
    )
    {
        using var answer = await Client.SendFormAsync(Path + place, form, answers);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(
            answer.Headers.Location is not null,
            $"{form}: {answer.StatusCode} {Errors(body)}"
        );
        return answer.Headers.Location.ToString();
    }

    public Task CloseAsync() =>
        FaroHost.DoneAsync(
            host.Get<CloseCase>(),
            host.ActorOf(Role.Caseworker),
            new CloseCaseInput(Id, 1, "own-wish")
        );

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
    }

    private static string Errors(string body)
    {
        var from = body.IndexOf("class=\"errors\"", StringComparison.Ordinal);
        return from < 0 ? "" : body[from..Math.Min(body.Length, from + 400)];
    }
}
