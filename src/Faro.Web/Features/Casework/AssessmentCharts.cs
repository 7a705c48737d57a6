// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Casework.Assessments;
using Faro.Web.Layout;
using Faro.Web.Words;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Casework;

/// <summary>Assessments as figures: how they changed from one to the next.</summary>
internal static class AssessmentCharts
{
    public static IReadOnlyList<string> RiskColumns(
        IStringLocalizer words,
        AssessmentForm instrument
    ) =>
        [
            words["Risk.Overall"],
            .. Domains(instrument)
                .Select(domain => CodeChoices.Label(AssessmentForm.DomainList, domain)),
        ];

    /// <summary>The overall level and the highest of each domain, by its rank.</summary>
    public static IReadOnlyList<ChartRow> RiskRows(
        IEnumerable<AssessmentReading> assessments,
        AssessmentForm instrument
    ) =>
        [
            .. assessments.Select(each => new ChartRow(
                Day(each.On),
                [
                    Cell(instrument, each.Overall),
                    .. Domains(instrument)
                        .Select(domain => Cell(instrument, Highest(each, instrument, domain))),
                ]
            )),
        ];

    /// <summary>How many needs stand at each level that somebody has to act on.</summary>
    public static IReadOnlyList<ChartRow> NeedRows(
        IEnumerable<AssessmentReading> assessments,
        IReadOnlyList<string> levels
    ) =>
        [
            .. assessments.Select(each => new ChartRow(
                Day(each.On),
                [
                    .. levels.Select(level =>
                    {
                        var count = each.Answers.Count(answer => answer.Level == level);
                        return new ChartCell(count.ToString(CultureInfo.CurrentCulture), count);
                    }),
                ]
            )),
        ];

    private static IEnumerable<string> Domains(AssessmentForm instrument) =>
        instrument.Items.Select(item => item.Domain).Distinct(StringComparer.Ordinal);

    private static string Highest(
        AssessmentReading assessment,
        AssessmentForm instrument,
        string domain
    ) =>
        assessment
            .Answers.Where(answer =>
                instrument.Items.Any(item => item.Code == answer.Item && item.Domain == domain)
            )
            .MaxBy(answer => instrument.Rank(answer.Level) ?? -1)
            ?.Level
        ?? AssessmentForm.Unknown;

    private static ChartCell Cell(AssessmentForm instrument, string level) =>
        new(CodeChoices.Label(instrument.LevelList, level), instrument.Rank(level));

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
