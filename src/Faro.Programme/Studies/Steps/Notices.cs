// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Estimation;
using Faro.Linkage;

namespace Faro.Programme.Studies.Steps;

/// <summary>The engines' warnings as a figure may carry them: their small counts of persons are hidden.</summary>
internal static class Notices
{
    /// <summary>{0} pairs of lists. Which pairs is not told: that two named lists share nobody is a hidden zero.</summary>
    public const string PairsShareNobody = "study.pairs-share-nobody";

    public static FigureNotice Of(Notice notice) =>
        notice.Code switch
        {
            // How many there are would be one more sum of hidden patterns; the limit that they do not reach is enough.
            NoticeCodes.TinyCounts or NoticeCodes.LittleOverlap or NoticeCodes.MostlyOneList =>
                new FigureNotice(notice.Code, Text(notice.Values[1])),
            NoticeCodes.BenchmarkExcluded => new FigureNotice(
                notice.Code,
                Text(notice.Values[0]),
                Text(Rounded.Down(Number(notice.Values[1]))!),
                Text(Rounded.Up(Number(notice.Values[2]))!),
                Text(notice.Values[3])
            ),
            NoticeCodes.EmptyPairs => new FigureNotice(PairsShareNobody, Text(notice.Values[0])),
            _ => new FigureNotice(notice.Code, [.. notice.Values.Select(Text)]),
        };

    public static FigureNotice Of(LinkageWarning warning, Protection protection) =>
        warning.Code switch
        {
            LinkageWarningCodes.FewMatches => new FigureNotice(
                warning.Code,
                protection.Words(
                    (long)Convert.ToDouble(warning.Values[0], CultureInfo.InvariantCulture)
                )
            ),
            LinkageWarningCodes.BlockTooLarge => new FigureNotice(
                warning.Code,
                Text(warning.Values[0]),
                protection.Words(Convert.ToInt64(warning.Values[1], CultureInfo.InvariantCulture))
            ),
            _ => new FigureNotice(warning.Code, [.. warning.Values.Select(Text)]),
        };

    private static double Number(object value) =>
        Convert.ToDouble(value, CultureInfo.InvariantCulture);

    /// <summary>Ratios to one decimal; whole numbers and names as they are.</summary>
    private static string Text(object value) =>
        value switch
        {
            double number => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
