// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Faro.Web.Printing;

/// <summary>Writes a document as one HTML file with nothing to fetch: whatever it needs is in it.</summary>
public static class StandaloneHtml
{
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    /// <param name="parameters">Of the document, by name.</param>
    /// <typeparam name="TDocument">A component around <see cref="StandaloneDocument"/>.</typeparam>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentException">Another language.</exception>
    public static async Task<string> RenderAsync<TDocument>(
        string language,
        IDictionary<string, object?> parameters
    )
        where TDocument : IComponent
    {
        var culture = CultureOf(language);
        // The culture flows with this call alone: whoever called keeps theirs.
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
            var document = await renderer.RenderComponentAsync<TDocument>(
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
