// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Web.FormParts;

namespace Faro.Web.Features.Access;

/// <summary>The languages as a question, each by its own name.</summary>
internal static class LanguageChoices
{
    public static IReadOnlyList<Choice> All { get; } =
    [.. User.Languages.Select(code => new Choice(code, OwnName(code)))];

    private static string OwnName(string code)
    {
        var culture = CultureInfo.GetCultureInfo(code);
        return culture.TextInfo.ToTitleCase(culture.NativeName);
    }
}
