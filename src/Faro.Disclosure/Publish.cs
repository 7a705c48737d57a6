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
    /// <remarks>The table is protected by itself: several of the same persons go through <see cref="Tables"/>. Not valid
    /// against somebody who also holds an earlier edition, who knows persons in it, or who replays the choice of what was
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
        return Finished(table, rule, suppressor.Pattern);
    }

    /// <summary>What a table and a choice of hidden cells become, once the audit has passed.</summary>
    internal static ProtectedTable Finished(CountTable table, DisclosureRule rule, Pattern pattern)
    {
        var audit = Audited(table, rule, pattern);
        if (!audit.Passes)
            throw new InvalidOperationException("Bug in Faro: a protected table leaks.");
        var cells = Enumerable.Range(0, table.Frame.CellCount).Select(pattern.State);
        return new(table.Frame, rule, [.. cells], audit);
    }

    /// <summary>Protects tables of the same persons together: no hidden count of any can be worked out from all of them.</summary>
    /// <param name="linked">True counts, and what ties the tables together.</param>
    /// <param name="rule">What may be shown; <see cref="DisclosureRule.Public"/> for everything that becomes public.</param>
    /// <param name="cancel">Stops between two hidden counts.</param>
    /// <returns>One protected table per table, in their order; each audit is against somebody who holds all of them.</returns>
    /// <exception cref="ArgumentException">The minimum is not a multiple of the rounding's base, or the doubt is under 2.</exception>
    /// <remarks>Not valid against a tie that was not said, nor what <see cref="Table"/> is not valid against. For every hidden
    /// count two whole tables were found that agree with everything shown and lie at least the doubt apart; values
    /// between them are not all promised. Cost: some linear programmes for each hidden count, each about
    /// O(equations² · counts). Deterministic.</remarks>
    public static IReadOnlyList<ProtectedTable> Tables(
        LinkedTables linked,
        DisclosureRule rule,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(linked);
        DisclosureRule.Check(rule);
        var suppressor = new LinkedSuppressor(linked, rule);
        suppressor.HidePrimary();
        suppressor.HideComplementary(cancel);
        var audits = Audited(linked, rule, suppressor);
        if (!audits.All(audit => audit.Passes))
            throw new InvalidOperationException("Bug in Faro: protected tables leak together.");
        return
        [
            .. linked.Tables.Select(
                (table, i) =>
                    new ProtectedTable(
                        table.Frame,
                        rule,
                        [
                            .. Enumerable
                                .Range(0, table.Frame.CellCount)
                                .Select(cell => suppressor.Counts.State(i, cell)),
                        ],
                        audits[i]
                    )
            ),
        ];
    }

    /// <summary>What somebody who holds all tables could work out if exactly these counts were hidden in them.</summary>
    /// <param name="linked">True counts, and what ties the tables together.</param>
    /// <param name="rule">Its rounding, minimum and doubt are used; it hides nothing here.</param>
    /// <param name="hidden">Hidden cells and sums; a count that stands in several tables is hidden in all.</param>
    /// <returns>One audit per table, in their order.</returns>
    /// <exception cref="ArgumentException">An unknown cell, a total that is not published, or a structural zero.</exception>
    public static IReadOnlyList<TableAudit> Audit(
        LinkedTables linked,
        DisclosureRule rule,
        params IEnumerable<TableCell> hidden
    )
    {
        ArgumentNullException.ThrowIfNull(linked);
        ArgumentNullException.ThrowIfNull(hidden);
        DisclosureRule.Check(rule);
        var suppressor = new LinkedSuppressor(linked, rule);
        foreach (var cell in hidden)
        {
            _ = linked.Count(cell);
            RefuseStructuralZero(linked.Tables[cell.Table], cell.Codes, nameof(hidden));
            suppressor.Counts.Hide(suppressor.Counts.Of(cell), HiddenReason.FewerThanMinimum);
        }
        return Audited(linked, rule, suppressor);
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
            RefuseStructuralZero(table, codes, nameof(hidden));
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

    private static List<TableAudit> Audited(
        LinkedTables linked,
        DisclosureRule rule,
        LinkedSuppressor suppressor
    )
    {
        // Hidden counts in the same equations have the same bounds.
        var bounds = new Dictionary<int, (long Least, long? Most)>();
        (long Least, long? Most) Bounds(int unknown)
        {
            var kin = suppressor.Counts.Kin[unknown];
            if (!bounds.TryGetValue(kin, out var known))
                bounds[kin] = known = suppressor.Attacker.Bounds(unknown);
            return known;
        }
        return
        [
            .. linked.Tables.Select(
                (table, i) =>
                    new TableAudit(
                        [
                            .. from hidden in suppressor.Counts.HiddenOf(i)
                            let range = Bounds(hidden.Unknown)
                            select new Deduction(
                                table.Frame.Codes(hidden.Cell),
                                range.Least,
                                range.Most
                            ),
                        ],
                        rule.Doubt
                    )
            ),
        ];
    }

    private static void RefuseStructuralZero(
        CountTable table,
        IReadOnlyList<string> codes,
        string parameter
    )
    {
        if (table.IsStructuralZero(table.Frame.Index(codes)))
            throw new ArgumentException(
                $"({string.Join(", ", codes)}) is zero by definition: hiding it hides nothing.",
                parameter
            );
    }
}
