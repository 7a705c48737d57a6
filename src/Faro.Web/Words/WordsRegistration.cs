// SPDX-License-Identifier: Apache-2.0
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Words;

internal static class WordsRegistration
{
    public static void AddFaroWords(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<RefusalWords>();
        services.AddScoped<Layout.ProgrammeBanner>();
        services.AddScoped<Features.Home.Today>();
        services.AddScoped<Features.Home.Finder>();
    }
}
