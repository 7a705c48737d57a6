// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Faro.Web.Tests;

/// <summary>One component as a page would hold it, in Spanish.</summary>
internal static class Rendered
{
    public static async Task<IElement> PartAsync<TPart>(Dictionary<string, object?> parameters)
        where TPart : IComponent
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("es-MX");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLocalization();
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var part = await renderer.RenderComponentAsync<TPart>(
                ParameterView.FromDictionary(parameters)
            );
            return part.ToHtmlString();
        });
        return (await new HtmlParser().ParseDocumentAsync(html)).Body!;
    }
}
