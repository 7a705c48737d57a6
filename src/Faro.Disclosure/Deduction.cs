// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>What can be worked out about one hidden count: exact bounds over all tables that agree with what is published.</summary>
/// <param name="Codes">One per dimension.</param>
/// <param name="Least">Persons, ≥ 0.</param>
/// <param name="Most">Persons; null when nothing published bounds it from above.</param>
public sealed record Deduction(IReadOnlyList<string> Codes, long Least, long? Most)
{
    /// <summary>How many whole numbers remain possible; null when there is no upper bound.</summary>
    public long? Possible => Most - Least + 1;
}
