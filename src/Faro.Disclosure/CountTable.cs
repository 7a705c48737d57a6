// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Suppression;

namespace Faro.Disclosure;

/// <summary>A one- or two-way table of true counts. It never leaves the house: what leaves is a <see cref="ProtectedTable"/>.</summary>
/// <remarks>Three-way tables are not taken on purpose: of a table of 178 persons with 220 cells a third is hidden,
/// and bounds over whole numbers are exact by flows in a network only up to two dimensions of which one rolls up.</remarks>
public sealed class CountTable
{
    private readonly long[] _counts;
    private readonly int[] _possible;

    private CountTable(IReadOnlyList<Dimension> dimensions, IEnumerable<CellCount> cells)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(cells);
        if (dimensions.Count is < 1 or > 2)
            throw new ArgumentException(
                $"A table has one or two dimensions, not {dimensions.Count}.",
                nameof(dimensions)
            );
        if (dimensions.Count(dimension => dimension.IsHierarchical) > 1)
            throw new ArgumentException(
                "Only one dimension of a table may roll up: bounds would not be exact otherwise.",
                nameof(dimensions)
            );
        Frame = new Frame(dimensions);
        _counts = new long[Frame.CellCount];
        _possible = new int[_counts.Length];
        var seen = new HashSet<int>();
        foreach (var (codes, count) in cells)
            Put(codes, count, seen);
        for (var cell = 0; cell < Frame.CellCount; cell++)
            if (Frame.IsLeaf(cell))
                AddUp(cell, _counts[cell], possible: 1);
    }

    private CountTable(CountTable table, IEnumerable<IReadOnlyList<string>> zeros)
    {
        Frame = table.Frame;
        _counts = table._counts;
        _possible = [.. table._possible];
        foreach (var codes in zeros)
        {
            var cell = Frame.Index(codes);
            if (!Frame.IsLeaf(cell) || _counts[cell] != 0)
                throw new ArgumentException(
                    $"({string.Join(", ", codes)}) counts somebody or is a sum: it is no structural zero.",
                    nameof(zeros)
                );
            if (_possible[cell] == 1)
                AddUp(cell, count: 0, possible: -1);
        }
    }

    /// <summary>One or two.</summary>
    public IReadOnlyList<Dimension> Dimensions => Frame.Dimensions;

    internal Frame Frame { get; }

    /// <summary>A table from its cells; sums are worked out here, a cell that is absent counts nobody.</summary>
    /// <param name="dimensions">One or two; at most one of them rolls up.</param>
    /// <param name="cells">Persons per combination of leaf codes, in the order of the dimensions; each at most once.</param>
    /// <exception cref="ArgumentException">Too many dimensions, an unknown code, a sum given as a cell, a repeated cell or a negative count.</exception>
    public static CountTable Of(
        IReadOnlyList<Dimension> dimensions,
        IEnumerable<CellCount> cells
    ) => new(dimensions, cells);

    /// <summary>A one-way table.</summary>
    /// <param name="dimension">Without groups: each code takes one count.</param>
    /// <param name="counts">Persons per code, in the order of the codes; ≥ 0.</param>
    /// <exception cref="ArgumentException">The number of counts is not the number of codes, or a count is negative.</exception>
    public static CountTable OneWay(Dimension dimension, params IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count != dimension.NodeCount - 1)
            throw new ArgumentException(
                $"{dimension.Name} has {dimension.NodeCount - 1} codes, not {counts.Count}.",
                nameof(counts)
            );
        return Of(
            [dimension],
            counts.Select((count, i) => new CellCount([dimension.Code(i + 1)], count))
        );
    }

    /// <summary>A two-way table.</summary>
    /// <param name="rows">Without groups.</param>
    /// <param name="columns">Without groups.</param>
    /// <param name="counts">Persons by row and column code, without sums; ≥ 0.</param>
    /// <exception cref="ArgumentException">The counts are not as many as the codes, or one is negative.</exception>
    public static CountTable TwoWay(Dimension rows, Dimension columns, long[,] counts)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(counts);
        if (
            counts.GetLength(0) != rows.NodeCount - 1
            || counts.GetLength(1) != columns.NodeCount - 1
        )
            throw new ArgumentException(
                $"{rows.Name} × {columns.Name} takes {rows.NodeCount - 1} × {columns.NodeCount - 1} counts, "
                    + $"not {counts.GetLength(0)} × {counts.GetLength(1)}.",
                nameof(counts)
            );
        return Of(
            [rows, columns],
            from row in Enumerable.Range(1, rows.NodeCount - 1)
            from column in Enumerable.Range(1, columns.NodeCount - 1)
            select new CellCount(
                [rows.Code(row), columns.Code(column)],
                counts[row - 1, column - 1]
            )
        );
    }

    /// <summary>The same table, in which some cells cannot count anybody by definition, as a pregnancy of a boy.</summary>
    /// <param name="cells">Leaf codes per cell. A zero that merely happened is not structural: it says "nobody of this group", which can hurt.</param>
    /// <exception cref="ArgumentException">A cell is unknown, a sum, or counts somebody.</exception>
    public CountTable WithStructuralZeros(params IEnumerable<IReadOnlyList<string>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return new(this, cells);
    }

    /// <summary>The true count of a cell or of a sum.</summary>
    /// <param name="codes">One per dimension; <see cref="Dimension.TotalCode"/> for the sum over it.</param>
    /// <returns>Persons, ≥ 0.</returns>
    /// <exception cref="ArgumentException">An unknown code, or not one code per dimension.</exception>
    public long Count(params IReadOnlyList<string> codes) => _counts[Frame.Index(codes)];

    internal long CountAt(int cell) => _counts[cell];

    internal bool IsStructuralZero(int cell) => _possible[cell] == 0;

    private void Put(IReadOnlyList<string> codes, long count, HashSet<int> seen)
    {
        var cell = Frame.Index(codes);
        if (!Frame.IsLeaf(cell) || !seen.Add(cell))
            throw new ArgumentException(
                $"({string.Join(", ", codes)}) is a sum or is given twice.",
                nameof(codes)
            );
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _counts[cell] = count;
    }

    private void AddUp(int leaf, long count, int possible)
    {
        foreach (var cell in Frame.Upwards(leaf))
        {
            _possible[cell] += possible;
            if (cell != leaf)
                _counts[cell] += count;
        }
    }
}
