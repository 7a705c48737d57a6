// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>Tables that are published of the same persons, and everything that a reader knows to tie their counts together.</summary>
/// <remarks>Within a table sums are known already. Say here what holds between tables: that two cells are one count
/// (the grand total), that one is the sum of others (a list and the patterns it is in), that one is at most another (a
/// form of exploitation and everybody). A tie that is left out is a tie that the audit does not defend.</remarks>
public sealed class LinkedTables
{
    private readonly List<LinkedSum> _sums;

    private LinkedTables(IReadOnlyList<CountTable> tables, List<LinkedSum> sums) =>
        (Tables, _sums) = (tables, sums);

    /// <summary>At least one, in the order given.</summary>
    public IReadOnlyList<CountTable> Tables { get; }

    internal IReadOnlyList<LinkedSum> Sums => _sums;

    /// <summary>Tables that nothing ties together yet.</summary>
    /// <param name="tables">At least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static LinkedTables Of(params IReadOnlyList<CountTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return tables.Count == 0
            ? throw new ArgumentException("There is no table.", nameof(tables))
            : new([.. tables], []);
    }

    /// <summary>The same tables, of which some cells are one and the same count: shown together or hidden together.</summary>
    /// <param name="cells">At least two.</param>
    /// <exception cref="ArgumentException">A cell is unknown or not published, or their counts differ.</exception>
    public LinkedTables WithSame(params IReadOnlyList<TableCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var linked = this;
        foreach (var cell in cells.Skip(1))
            linked = linked.With(new(LinkKind.Same, cells[0], [cell]));
        return linked;
    }

    /// <summary>The same tables, of which one cell is the sum of others.</summary>
    /// <param name="sum">What they add up to.</param>
    /// <param name="parts">Each as often as it counts.</param>
    /// <exception cref="ArgumentException">A cell is unknown or not published, or the counts do not add up.</exception>
    public LinkedTables WithSum(TableCell sum, params IReadOnlyList<TableCell> parts) =>
        With(new(LinkKind.Sum, sum, parts));

    /// <summary>The same tables, of which one cell counts at least as many as others together.</summary>
    /// <param name="whole">What they are a part of.</param>
    /// <param name="parts">Each as often as it counts.</param>
    /// <exception cref="ArgumentException">A cell is unknown or not published, or the parts count more than the whole.</exception>
    public LinkedTables WithAtLeast(TableCell whole, params IReadOnlyList<TableCell> parts) =>
        With(new(LinkKind.AtLeast, whole, parts));

    /// <summary>The same tables, of which one cell counts at most as many as others together, because persons can be in several.</summary>
    /// <param name="whole">What they cover.</param>
    /// <param name="parts">Each as often as it counts.</param>
    /// <exception cref="ArgumentException">A cell is unknown or not published, or the parts count fewer than the whole.</exception>
    public LinkedTables WithAtMost(TableCell whole, params IReadOnlyList<TableCell> parts) =>
        With(new(LinkKind.AtMost, whole, parts));

    internal long Count(TableCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Table >= 0 && cell.Table < Tables.Count
            ? Tables[cell.Table].Count(cell.Codes)
            : throw new ArgumentException(
                $"There is no table {cell.Table} among {Tables.Count}.",
                nameof(cell)
            );
    }

    private LinkedTables With(LinkedSum link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var parts = link.Parts.Sum(Count);
        var whole = Count(link.Whole);
        var holds = link.Kind switch
        {
            LinkKind.AtLeast => parts <= whole,
            LinkKind.AtMost => parts >= whole,
            LinkKind.Same or LinkKind.Sum => parts == whole,
            _ => throw new InvalidOperationException($"Bug in Faro: link {link.Kind}"),
        };
        return !holds
            ? throw new ArgumentException(
                $"({string.Join(", ", link.Whole.Codes)}) of table {link.Whole.Table} counts {whole}, its parts {parts}.",
                nameof(link)
            )
            : new(Tables, [.. _sums, link]);
    }
}

internal enum LinkKind
{
    Same,
    Sum,
    AtLeast,
    AtMost,
}

internal sealed record LinkedSum(LinkKind Kind, TableCell Whole, IReadOnlyList<TableCell> Parts);
