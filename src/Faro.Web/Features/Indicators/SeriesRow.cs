// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Web.Features.Indicators;

/// <summary>A series as it is shown, without its figures.</summary>
public sealed record SeriesRow(
    Guid Id,
    string Code,
    string NameEs,
    string NameEn,
    string Unit,
    string Territory,
    string Source,
    string SourceUrl,
    string Licence,
    DateOnly? RetrievedOn,
    string Notes,
    int Version
)
{
    /// <summary>English for English, Spanish for every other language.</summary>
    public string Name(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "en" ? NameEn : NameEs;
}

/// <summary>One figure as it is shown.</summary>
/// <param name="Period">Year, month or quarter.</param>
/// <param name="Value">In the series' unit.</param>
/// <param name="Status">A code of <c>value-statuses</c>.</param>
public sealed record SeriesPoint(string Period, decimal Value, string Status);

/// <summary>A series with its figures, oldest first.</summary>
public sealed record SeriesWithValues(SeriesRow Series, IReadOnlyList<SeriesPoint> Values);
