// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>The columns and values that records may have. Declared beforehand, from public lists: it must not be read off the records.</summary>
/// <remarks>An attribute is a value in a column. Cells that are empty are no attribute and are never counted.</remarks>
public sealed class RecordDomain
{
    /// <summary>The most attributes there may be: counts of pairs are held for all of them at once.</summary>
    public const int MostAttributes = 4096;

    private readonly int[] _first;
    private readonly int[] _columns;

    private RecordDomain(IReadOnlyList<DomainColumn> columns)
    {
        Columns = [.. columns];
        _first = new int[columns.Count + 1];
        for (var column = 0; column < columns.Count; column++)
            _first[column + 1] = _first[column] + columns[column].Values.Count;
        AttributeCount = _first[^1];
        _columns = new int[AttributeCount];
        for (var column = 0; column < columns.Count; column++)
            _columns.AsSpan(_first[column], columns[column].Values.Count).Fill(column);
    }

    /// <summary>In the order of the header.</summary>
    public IReadOnlyList<DomainColumn> Columns { get; }

    /// <summary>Values of all columns together.</summary>
    public int AttributeCount { get; }

    /// <summary>A domain of columns.</summary>
    /// <param name="columns">At least one and at most 255; names distinct; in all at most <see cref="MostAttributes"/> values.</param>
    /// <exception cref="ArgumentException">None, a repeated name, or too many.</exception>
    public static RecordDomain Of(params IReadOnlyList<DomainColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count is < 1 or > byte.MaxValue)
            throw new ArgumentException(
                $"Records have 1 to {byte.MaxValue} columns, not {columns.Count}.",
                nameof(columns)
            );
        if (
            columns.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count()
            < columns.Count
        )
            throw new ArgumentException("Two columns have one name.", nameof(columns));
        var values = columns.Sum(column => column.Values.Count);
        return values > MostAttributes
            ? throw new ArgumentException(
                $"There are {values} values; the most is {MostAttributes}.",
                nameof(columns)
            )
            : new(columns);
    }

    internal int First(int column) => _first[column];

    internal int ColumnOf(int attribute) => _columns[attribute];

    internal ReadOnlySpan<int> ColumnsOfAttributes => _columns;

    internal string ValueOf(int attribute) =>
        Columns[_columns[attribute]].Values[attribute - _first[_columns[attribute]]];

    /// <summary>The attribute of a value; −1 when it counts as empty.</summary>
    internal int AttributeOf(int column, ReadOnlySpan<char> value)
    {
        var place = Columns[column].PlaceOf(value);
        return place < 0 ? -1 : _first[column] + place;
    }
}
