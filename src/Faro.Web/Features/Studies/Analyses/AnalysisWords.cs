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
            settings.Methods.Count == 0
                ? words["How.AllMethods"]
                : string.Join(", ", settings.Methods.Select(_figures.Model)),
            settings.Lists.Count == 0
                ? words["How.AllLists"]
                : words["How.Lists", string.Join(", ", settings.Lists)],
            words[
                "How.Numbers",
                settings.Level.ToString("P0", CultureInfo.CurrentUICulture),
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
}
