// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Words;

/// <summary>The words of a refusal, wherever in the house they stand: a refusal's key is its code.</summary>
public sealed class RefusalWords(IStringLocalizerFactory factory)
{
    private readonly IStringLocalizer[] _areas = [.. Areas.Select(factory.Create)];

    /// <summary>The marker of every area that has words.</summary>
    public static IEnumerable<Type> Areas =>
        typeof(RefusalWords)
            .Assembly.GetTypes()
            .Where(type =>
                type.Name == "Text"
                && type.Namespace?.StartsWith("Faro.Web", StringComparison.Ordinal) == true
            );

    /// <summary>In the language of the request; the code itself stands small beside every message on the screen.</summary>
    public string Get(Refusal refusal)
    {
        foreach (var area in _areas)
        {
            var text = area[refusal.Code];
            if (!text.ResourceNotFound)
            {
                return refusal.Values.Count == 0
                    ? text.Value
                    : string.Format(CultureInfo.CurrentCulture, text.Value, [.. refusal.Values]);
            }
        }

        return refusal.Code;
    }

    /// <summary>All that concern one field, or null when it is well.</summary>
    public string? For(IEnumerable<Refusal> refusals, string field)
    {
        var texts = refusals.Where(refusal => refusal.Field == field).Select(Get).ToArray();
        return texts.Length == 0 ? null : string.Join(' ', texts);
    }
}
