// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>What somebody could work out about the hidden counts from all that is published of a table.</summary>
/// <param name="Deductions">One per hidden cell, in the order of the table.</param>
/// <param name="Doubt">How many whole numbers the rule wants possible for each.</param>
/// <remarks>The attacker modelled knows the codes, the shown counts, how they were rounded, that counts add up and
/// which zeros are structural; not the reason of a hidden cell, nor other tables, nor persons.</remarks>
public sealed record TableAudit(IReadOnlyList<Deduction> Deductions, long Doubt)
{
    /// <summary>Whether every hidden count stays in enough doubt.</summary>
    public bool Passes =>
        Deductions.All(deduction => deduction.Possible is not { } n || n >= Doubt);

    /// <summary>The hidden counts that can be worked out too well; empty when the audit passes.</summary>
    public IEnumerable<Deduction> Leaks =>
        Deductions.Where(deduction => deduction.Possible is { } n && n < Doubt);
}
