// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Indicators.Statistics;

/// <summary>How many people have one combination of codes. Exact: never leaves the house.</summary>
/// <param name="Citizenship">A code of <c>countries</c>, or <see cref="StatisticsCodes.NotKnown"/>.</param>
/// <param name="Sex">A code of <c>sex</c>.</param>
/// <param name="AgeBand">A code of <c>age-bands</c>, or not known.</param>
/// <param name="Status">A code of <c>trafficking-status</c>.</param>
/// <param name="Year">Of registration.</param>
/// <param name="Count">Persons, at least 1.</param>
public sealed record PeopleGroup(
    string Citizenship,
    string Sex,
    string AgeBand,
    string Status,
    int Year,
    long Count
);
