// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>The shape of a table without its counts: one index per pair of a row node and a column node, sums included.</summary>
internal sealed class Frame(IReadOnlyList<Dimension> dimensions)
{
    public IReadOnlyList<Dimension> Dimensions { get; } = [.. dimensions];

    public Dimension Rows => Dimensions[0];

    public Dimension? Columns => Dimensions.Count == 2 ? Dimensions[1] : null;

    public int Width => Columns?.NodeCount ?? 1;

    public int CellCount => Rows.NodeCount * Width;

    public int Cell(int row, int column) => (row * Width) + column;

    public int Row(int cell) => cell / Width;

    public int Column(int cell) => cell % Width;

    public bool IsPublished(int cell) =>
        Rows.IsPublished(Row(cell)) && (Columns?.IsPublished(Column(cell)) ?? true);

    public bool IsLeaf(int cell) =>
        Rows.IsLeaf(Row(cell)) && (Columns?.IsLeaf(Column(cell)) ?? true);

    public IReadOnlyList<string> Codes(int cell) =>
        Columns is { } columns
            ? [Rows.Code(Row(cell)), columns.Code(Column(cell))]
            : [Rows.Code(cell)];

    public int Index(IReadOnlyList<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.Count == Dimensions.Count
            ? Cell(Rows.Node(codes[0]), Columns?.Node(codes[1]) ?? 0)
            : throw new ArgumentException(
                $"A cell of this table has {Dimensions.Count} codes, not {codes.Count}.",
                nameof(codes)
            );
    }

    /// <summary>The cell and every sum that it counts towards.</summary>
    public IEnumerable<int> Upwards(int cell) =>
        from row in Rows.Upwards(Row(cell))
        from column in Columns?.Upwards(Column(cell)) ?? [0]
        select Cell(row, column);

    /// <summary>Every sum with the cells that stand side by side and add up to it.</summary>
    public IEnumerable<(int Sum, IReadOnlyList<int> Parts)> Sums()
    {
        for (var row = 0; row < Rows.NodeCount; row++)
        for (var column = 0; column < Width; column++)
        {
            if (!Rows.IsLeaf(row))
                yield return (
                    Cell(row, column),
                    [.. Rows.Children(row).Select(child => Cell(child, column))]
                );
            if (Columns is { } columns && !columns.IsLeaf(column))
                yield return (
                    Cell(row, column),
                    [.. columns.Children(column).Select(child => Cell(row, child))]
                );
        }
    }
}
