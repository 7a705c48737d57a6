// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Faro.Browser.Tests;

/// <summary>
/// One address for every screen there is, found as people find them: by following links from the first page, as each role
/// in turn. A screen that no link leads to is a screen that nobody finds.
/// </summary>
internal sealed partial class Screens
{
    /// <summary>Shown in moments that a demonstration does not have: somebody signs in, or an address is wrong.</summary>
    private static readonly string[] Moments =
    [
        "entrar/codigo",
        "entrar/cambiar-contrasena",
        "error/{Status:int}",
        "no-existe",
        "primera-vez",
    ];

    /// <summary>Not every case or study has every link: closed ones cannot be changed.</summary>
    private const int MostOfOne = 8;

    /// <summary>What only a form leads to, or a link that the demonstration's first people do not have: its pattern, the screen of the form, and its address after that one's.</summary>
    private static readonly (string Pattern, string From, Func<string, string> Path)[] Behind =
    [
        ("buscar", "cuenta", _ => "/buscar"),
        (
            "casos/conjunto/nuevo",
            "casos",
            list => list.Split('?')[0] + "/conjunto/nuevo?action=task&which=all&state="
        ),
        (
            "personas/{Id:guid}/identidad/corregir",
            "personas/{Id:guid}/identidad",
            form => form + "/corregir"
        ),
        (
            "casos/abrir/{PersonId:guid}",
            "personas/{Id:guid}",
            person => person.Replace("personas", "casos/abrir", StringComparison.Ordinal)
        ),
    ];

    private readonly Dictionary<string, (string Path, string Role)> _found = new(
        StringComparer.Ordinal
    );
    private readonly List<(string Pattern, TemplateMatcher Matcher)> _routes;

    private Screens(FaroHost host) =>
        _routes = [
            .. ((IEndpointRouteBuilder)host.App)
                .DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint =>
                    endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
                )
                .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
                .Distinct(StringComparer.Ordinal)
                // "casos/nuevo" before "casos/{id}".
                .OrderBy(pattern => pattern.Count(letter => letter == '{'))
                .Select(pattern =>
                    (pattern, new TemplateMatcher(TemplateParser.Parse(WithoutTypes(pattern)), []))
                ),
        ];

    /// <summary>Path, and the code of a role that opens it; empty for the public.</summary>
    public IEnumerable<(string Path, string Role)> All => _found.Values.Order();

    /// <summary>Screens that no link led to.</summary>
    public IEnumerable<string> Hidden =>
        _routes
            .Select(route => route.Pattern)
            .Where(pattern => !_found.ContainsKey(pattern))
            .Except(Moments, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    public static async Task<Screens> FindAsync(FaroHost host, CancellationToken cancellation)
    {
        var screens = new Screens(host);
        await screens.WalkAsync(host.AsPublic(), "", cancellation);
        foreach (var role in Role.All)
        {
            await screens.WalkAsync(host.As(role), role.Code, cancellation);
        }

        screens.AddThoseBehindForms();
        return screens;
    }

    private void AddThoseBehindForms()
    {
        foreach (var (pattern, from, address) in Behind)
        {
            if (_found.TryGetValue(from, out var form))
            {
                _found.TryAdd(pattern, (address(form.Path), form.Role));
            }
        }
    }

    /// <summary>Follows links; of one screen only the first few addresses it meets, so a list of people costs few people.</summary>
    private async Task WalkAsync(HttpClient client, string role, CancellationToken cancellation)
    {
        using (client)
        {
            var met = new HashSet<string>(StringComparer.Ordinal);
            var times = new Dictionary<string, int>(StringComparer.Ordinal);
            var next = new Queue<string>(["/"]);
            while (next.TryDequeue(out var path))
            {
                if (PatternOf(path) is not { } pattern || !met.Add(path.Split('?', '#')[0]))
                {
                    continue;
                }

                var time = times.GetValueOrDefault(pattern) + 1;
                times[pattern] = time;
                if (time > MostOfOne)
                {
                    continue;
                }

                using var answer = await client.GetAsync(
                    new Uri(path, UriKind.Relative),
                    cancellation
                );
                if (!answer.IsSuccessStatusCode)
                {
                    continue;
                }

                _found.TryAdd(pattern, (path, role));
                var text = await answer.Content.ReadAsStringAsync(cancellation);
                foreach (Match link in Link().Matches(text))
                {
                    next.Enqueue(System.Net.WebUtility.HtmlDecode(link.Groups["path"].Value));
                }
            }
        }
    }

    private string? PatternOf(string path)
    {
        var plain = path.Split('?', '#')[0];
        return _routes
            .Where(route => route.Matcher.TryMatch(plain, []))
            .Select(route => route.Pattern)
            .FirstOrDefault();
    }

    private static string WithoutTypes(string pattern) => Type().Replace(pattern, "}");

    [GeneratedRegex(
        """href="(?<path>/[^"]*)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Link();

    [GeneratedRegex(":[a-z]+}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Type();
}
