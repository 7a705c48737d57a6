// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure;

namespace Faro.Programme.Studies.Steps;

/// <summary>The one way in which counts of persons get into a figure.</summary>
internal sealed class Protection
{
    private readonly DisclosureRule _rule;

    /// <param name="minimumCell">The programme's; raised to the next ten, since counts are rounded down to tens.</param>
    public Protection(int minimumCell) => _rule = DisclosureRule.Public.AtLeast(minimumCell);

    /// <summary>Persons; a multiple of ten.</summary>
    public int Minimum => (int)_rule.Minimum;

    /// <summary>A count that stands by itself.</summary>
    /// <returns>Rounded down to tens, or null.</returns>
    public long? Count(long people) => people < Minimum ? null : _rule.Rounding.Round(people);

    /// <summary>Every count that figures show of the same persons, with what ties them together.</summary>
    public IReadOnlyList<ProtectedTable> Tables(
        LinkedTables linked,
        CancellationToken cancellation
    ) => Publish.Tables(linked, _rule, cancellation);

    /// <summary>A small number of persons inside a sentence.</summary>
    /// <returns>As digits, rounded down to tens, or <c>&lt; 10</c>.</returns>
    public string Words(long people) =>
        Count(people) is { } shown
            ? shown.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"< {Minimum}");
}
