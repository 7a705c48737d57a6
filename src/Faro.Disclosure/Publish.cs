// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Suppression;

namespace Faro.Disclosure;

/// <summary>The one door through which counts leave the house.</summary>
public static class Publish
{
    /// <summary>Protects a table: small counts hidden, further ones hidden so that nobody can work them out, the rest rounded.</summary>
    /// <param name="table">True counts.</param>
    /// <param name="rule">What may be shown; <see cref="DisclosureRule.Public"/> for everything that becomes public.</param>
    /// <param name="cancel">Stops between two hidden counts.</param>
    /// <returns>A table whose audit passes: at least <see cref="DisclosureRule.Doubt"/> whole numbers stay possible for every hidden count.</returns>
    /// <exception cref="ArgumentException">The minimum is not a multiple of the rounding's base, or the doubt is under 2.</exception>
    /// <remarks>Each table is protected by itself. Not valid against somebody who also holds another table of the same
    /// persons (an earlier edition, a finer cut), who knows persons in it, or who replays the choice of what was
    /// hidden. Cost: for H hidden counts of C, about O(H · C · steps), and as much again for each complementary one.
    /// Deterministic: the same table and rule give the same cells.</remarks>
    public static ProtectedTable Table(
        CountTable table,
        DisclosureRule rule,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        DisclosureRule.Check(rule);
        var suppressor = new Suppressor(table, rule);
        suppressor.HidePrimary();
        suppressor.HideComplementary(cancel);
        var pattern = suppressor.Pattern;
        var audit = Audited(table, rule, pattern);
        if (!audit.Passes)
            throw new InvalidOperationException("Bug in Faro: a protected table leaks.");
        var cells = Enumerable.Range(0, table.Frame.CellCount).Select(pattern.State);
        return new(table.Frame, rule, [.. cells], audit);
    }

    /// <summary>What somebody could work out if exactly these counts were hidden and the others shown under the rule's rounding.</summary>
    /// <param name="table">True counts.</param>
    /// <param name="rule">Its rounding, minimum and doubt are used; it hides nothing here.</param>
    /// <param name="hidden">Codes of the hidden cells and sums.</param>
    /// <returns>Exact bounds for each hidden count, and whether all are in enough doubt.</returns>
    /// <exception cref="ArgumentException">An unknown code, a total that is not published, or a structural zero.</exception>
    /// <remarks>For trying a choice of one's own, or for showing why hiding small counts alone is not enough.</remarks>
    public static TableAudit Audit(
        CountTable table,
        DisclosureRule rule,
        params IEnumerable<IReadOnlyList<string>> hidden
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(hidden);
        DisclosureRule.Check(rule);
        var pattern = new Pattern(table, rule);
        foreach (var codes in hidden)
        {
            var cell = table.Frame.Index(codes);
            if (table.IsStructuralZero(cell))
                throw new ArgumentException(
                    $"({string.Join(", ", codes)}) is zero by definition: hiding it hides nothing.",
                    nameof(hidden)
                );
            pattern.Hide(cell, HiddenReason.FewerThanMinimum);
        }
        return Audited(table, rule, pattern);
    }

    private static TableAudit Audited(CountTable table, DisclosureRule rule, Pattern pattern)
    {
        var attacker = new Attacker(table, pattern);
        var deductions = pattern.Hidden.Select(cell =>
        {
            var (least, most) = attacker.Bounds(cell);
            return new Deduction(table.Frame.Codes(cell), least, most);
        });
        return new([.. deductions], rule.Doubt);
    }
}
