// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Suppression;

namespace Faro.Disclosure;

/// <summary>A table that may leave the house: every cell and sum is shown, hidden or zero by definition. It holds no true count.</summary>
public sealed class ProtectedTable
{
    private readonly Frame _frame;
    private readonly Cell?[] _cells;

    internal ProtectedTable(Frame frame, DisclosureRule rule, Cell?[] cells, TableAudit audit) =>
        (_frame, Rule, _cells, Audit) = (frame, rule, cells, audit);

    /// <summary>One or two.</summary>
    public IReadOnlyList<Dimension> Dimensions => _frame.Dimensions;

    /// <summary>The rule it was protected by.</summary>
    public DisclosureRule Rule { get; }

    /// <summary>What somebody could still work out; it passes always.</summary>
    public TableAudit Audit { get; }

    /// <summary>How many counts are hidden, for whatever reason.</summary>
    public int HiddenCount => _cells.Count(cell => cell is Cell.Hidden);

    /// <summary>Every published cell and sum, in the order of the dimensions, sums last.</summary>
    public IEnumerable<(IReadOnlyList<string> Codes, Cell Cell)> Cells =>
        from row in Dimensions[0].Codes
        from codes in Dimensions.Count == 2
            ? Dimensions[1].Codes.Select(column => (IReadOnlyList<string>)[row, column])
            :
            [
                [row],
            ]
        select (codes, At(codes));

    /// <summary>What became of one cell or sum.</summary>
    /// <param name="codes">One per dimension; <see cref="Dimension.TotalCode"/> for the sum over it.</param>
    /// <exception cref="ArgumentException">An unknown code, a total that is not published, or not one code per dimension.</exception>
    public Cell At(params IReadOnlyList<string> codes) =>
        _cells[_frame.Index(codes)]
        ?? throw new InvalidOperationException("Bug in Faro: a published cell without a state.");

    /// <summary>What a reader outside sees: the count, or null for every hidden one alike.</summary>
    /// <param name="codes">One per dimension; <see cref="Dimension.TotalCode"/> for the sum over it.</param>
    /// <returns>Persons, rounded; 0 for a structural zero; null when hidden.</returns>
    /// <exception cref="ArgumentException">An unknown code, a total that is not published, or not one code per dimension.</exception>
    public long? Public(params IReadOnlyList<string> codes) =>
        At(codes) switch
        {
            Cell.Shown shown => shown.Count,
            Cell.StructuralZero => 0,
            _ => null,
        };
}
