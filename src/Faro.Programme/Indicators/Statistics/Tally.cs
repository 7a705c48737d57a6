// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Indicators.Statistics;

/// <summary>One exact table for staff.</summary>
/// <param name="Code">One of <see cref="StatisticsCodes"/>.</param>
/// <param name="Rows">In the order in which they are read.</param>
/// <param name="Base">Persons that shares are of: everybody, or those with any answer where one may give several.</param>
/// <param name="SeveralAnswers">Rows do not add up and shares may pass 100 % (CTDC codebook v2, denominator rule).</param>
public sealed record Tally(
    string Code,
    IReadOnlyList<TallyRow> Rows,
    long Base,
    bool SeveralAnswers = false
)
{
    /// <summary>From 0; null when nobody answered.</summary>
    public double? Share(long count) => Base == 0 ? null : (double)count / Base;
}

/// <param name="Code">Of the row.</param>
/// <param name="Count">Persons.</param>
public sealed record TallyRow(string Code, long Count);
