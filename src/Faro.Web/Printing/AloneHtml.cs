// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Faro.Web.Printing;

/// <summary>
/// Writes a component as one HTML file with nothing to fetch. It has words and nothing else at hand: what it shows was read
/// before, as the person who asked for it.
/// </summary>
internal static class AloneHtml
{
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    /// <param name="parameters">Of the component, by name.</param>
    /// <exception cref="ArgumentException">Another language.</exception>
    public static async Task<string> RenderAsync<TComponent>(
        string language,
        Dictionary<string, object?> parameters
    )
        where TComponent : IComponent
    {
        // The culture flows with this call alone: whoever called keeps theirs.
        var culture = CultureOf(language);
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(
            services,
            services.GetRequiredService<ILoggerFactory>()
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var document = await renderer.RenderComponentAsync<TComponent>(
                ParameterView.FromDictionary(parameters)
            );
            return document.ToHtmlString();
        });
    }

    /// <exception cref="ArgumentException">Another language.</exception>
    public static CultureInfo CultureOf(string language) =>
        language switch
        {
            "es" => new CultureInfo("es-MX"),
            "en" => new CultureInfo("en-US"),
            _ => throw new ArgumentException("es or en", nameof(language)),
        };
}
