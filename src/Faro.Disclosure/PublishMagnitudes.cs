// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Suppression;

namespace Faro.Disclosure;

/// <summary>The door for amounts that persons add up to: days in a shelter, money owed.</summary>
public static class PublishMagnitudes
{
    /// <summary>Protects a table of amounts: unsafe ones hidden, and further ones so that no hidden amount can be worked out too well.</summary>
    /// <param name="dimensions">One or two; at most one of them rolls up.</param>
    /// <param name="persons">Leaf codes and amount of each person; amounts in whole units, ≥ 0.</param>
    /// <param name="rule">What is unsafe.</param>
    /// <param name="cancel">Stops between two hidden amounts.</param>
    /// <returns>Amounts as they are, or hidden. The doubt about each hidden one is at least the rule's percentage of the largest
    /// amount of one person in any unsafe cell.</returns>
    /// <exception cref="ArgumentException">As <see cref="CountTable.Of"/>, or a rule out of its range.</exception>
    /// <remarks>The same doubt is kept for every hidden amount, that of the worst, so more is hidden than an own width for each
    /// would ask. Not valid against a person in the table who knows other persons of it too.</remarks>
    public static ProtectedTable Table(
        IReadOnlyList<Dimension> dimensions,
        IEnumerable<CellCount> persons,
        MagnitudeRule rule,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(persons);
        MagnitudeRule.Check(rule);
        var each = persons.ToList();
        var table = CountTable.Of(
            dimensions,
            each.GroupBy(person => string.Join('\u001f', person.Codes), StringComparer.Ordinal)
                .Select(same => new CellCount(same.First().Codes, same.Sum(person => person.Count)))
        );
        var amounts = Enumerable
            .Range(0, table.Frame.CellCount)
            .Select(_ => new List<long>())
            .ToArray();
        foreach (var (codes, amount) in each)
        foreach (var cell in table.Frame.Upwards(table.Frame.Index(codes)))
            amounts[cell].Add(amount);
        var largest = amounts
            .Where(rule.IsUnsafe)
            .Select(cell => cell.Max())
            .DefaultIfEmpty()
            .Max();
        var inner = new DisclosureRule
        {
            Minimum = 1,
            Doubt = Math.Max(2, (long)Math.Ceiling(rule.Percent / 100 * largest) + 1),
            Rounding = Rounding.None,
            ShowZeros = true,
            HideWholeGroups = false,
        };
        var suppressor = new Suppressor(table, inner);
        suppressor.HidePrimary(cell => rule.Reason(amounts[cell]));
        suppressor.HideComplementary(cancel);
        return Publish.Finished(table, inner, suppressor.Pattern);
    }
}
