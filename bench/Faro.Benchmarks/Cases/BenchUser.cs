// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.RegularExpressions;

namespace Faro.Benchmarks.Cases;

/// <summary>Somebody at a browser of their own: cookies, forms, pages compressed as browsers ask for them.</summary>
internal sealed partial class BenchUser : IDisposable
{
    private readonly HttpClient _client;
    private string _token = "";

    public BenchUser(Uri server, string name, IReadOnlyList<Guid> cases)
    {
        (Name, Cases) = (name, cases);
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                CookieContainer = new CookieContainer(),
                PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10),
            }
        )
        {
            BaseAddress = server,
            Timeout = TimeSpan.FromMinutes(2),
        };
    }

    public string Name { get; }

    /// <summary>Open ones that they may see, their own and their agency's.</summary>
    public IReadOnlyList<Guid> Cases { get; }

    public async Task SignInAsync(string password)
    {
        _token = Token(await ReadAsync("/entrar"));
        using var entered = await PostAsync(
            "/entrar",
            [
                new("_handler", "sign-in"),
                new("Answers.UserName", Name),
                new("Answers.Password", password),
            ]
        );
        if (entered.StatusCode != HttpStatusCode.Found)
        {
            throw new InvalidOperationException($"{Name} was not let in: {entered.StatusCode}");
        }

        _token = Token(await ReadAsync("/personas"));
    }

    /// <summary>A page as text, to look at.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>What a search for somebody answers, as text.</summary>
    public async Task<string> SearchAsync(string names)
    {
        using var answer = await PostAsync("/personas", Search(names));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task VisitAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        await FetchAsync(request);
    }

    public async Task VisitSearchAsync(string names)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/personas")
        {
            Content = Form(Search(names)),
        };
        await FetchAsync(request);
    }

    public void Dispose() => _client.Dispose();

    private static KeyValuePair<string, string>[] Search(string names) =>
        [new("_handler", "find-people"), new("Answers.Query", names)];

    private async Task FetchAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Accept-Encoding", "br, gzip");
        using var answer = await _client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<HttpResponseMessage> PostAsync(
        string path,
        KeyValuePair<string, string>[] answers
    )
    {
        using var form = Form(answers);
        return await _client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    private FormUrlEncodedContent Form(KeyValuePair<string, string>[] answers) =>
        new([.. answers, new("__RequestVerificationToken", _token)]);

    private static string Token(string page) => TokenField().Match(page).Groups["token"].Value;

    [GeneratedRegex(
        "__RequestVerificationToken\" value=\"(?<token>[^\"]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TokenField();
}
