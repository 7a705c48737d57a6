// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Studies.Analyses;
using Faro.Web.Features.Studies.Figures;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Studies.Analyses;

/// <summary>How an analysis was made, in words.</summary>
public sealed class AnalysisWords(IStringLocalizer<Text> words)
{
    private readonly FigureWords _figures = new(words);

    public string How(AnalysisSettings settings)
    {
        List<string> parts =
        [
            Methods(settings.Methods),
            settings.Lists.Count == 0
                ? words["How.AllLists"]
                : words["How.Lists", string.Join(", ", settings.Lists)],
            words[
                "How.Numbers",
                FigureWords.Level(settings.Level),
                settings.PairThreshold,
                settings.Replicates,
                settings.Seed.ToString(CultureInfo.InvariantCulture)
            ],
        ];
        if (settings.Benchmark is { } benchmark)
        {
            parts.Add(words["How.Benchmark", benchmark]);
        }

        return string.Join(" · ", parts);
    }

    /// <summary>Those left out where they are the fewer.</summary>
    private string Methods(IReadOnlyList<string> methods)
    {
        string Named(IEnumerable<string> names) => string.Join(", ", names.Select(_figures.Model));
        var without = AnalysisSettings.AllMethods.Except(methods, StringComparer.Ordinal).ToList();
        return methods.Count == 0 || without.Count == 0 ? words["How.AllMethods"]
            : without.Count < methods.Count ? words["How.MethodsWithout", Named(without)]
            : Named(methods);
    }
}
