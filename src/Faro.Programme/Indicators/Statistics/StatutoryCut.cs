// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Indicators.Statistics;

/// <summary>A cut that the General Law wants statistics to allow (LG 88-VIII and 89-IV), and where it stands here.</summary>
/// <param name="Code">Names its words.</param>
/// <param name="Article">Of the General Law.</param>
/// <param name="Table">The table that answers it, one of <see cref="StatisticsCodes"/>; null while no data are recorded.</param>
public sealed record StatutoryCut(string Code, string Article, string? Table)
{
    private const string Victims = "LG 88-VIII";
    private const string Crime = "LG 89-IV";

    /// <summary>In the order in which the page lists them: those with data first.</summary>
    public static readonly IReadOnlyList<StatutoryCut> All =
    [
        new("sex", Victims, StatisticsCodes.BySex),
        new("age", Victims, StatisticsCodes.ByAge),
        new("nationality", Victims, StatisticsCodes.ByCitizenship),
        new("modality", Victims, StatisticsCodes.ByForm),
        new("marital-status", Victims, null),
        new("origin", Victims, null),
        new("recruitment", Victims, null),
        new("destination", Victims, null),
        new("migration-status", Victims, null),
        new("routes", Crime, null),
        new("transport", Crime, null),
        new("border-transit", Crime, null),
        new("offenders", Crime, null),
        new("networks", Crime, null),
        new("detection", Crime, null),
    ];
}
