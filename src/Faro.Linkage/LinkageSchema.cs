// SPDX-License-Identifier: Apache-2.0
using System.Collections.ObjectModel;
using System.Text;

namespace Faro.Linkage;

/// <summary>The columns of the records to be linked, in the order of <see cref="PersonRecord.Values"/>.</summary>
public sealed class LinkageSchema
{
    /// <summary>A schema of these columns.</summary>
    /// <param name="columns">At least one column; a role may stand more than once.</param>
    /// <exception cref="ArgumentException">No column at all.</exception>
    public LinkageSchema(IEnumerable<SchemaColumn> columns)
    {
        Columns = new ReadOnlyCollection<SchemaColumn>([.. columns]);
        Throw.IfEmpty(Columns.Count, nameof(columns));
    }

    /// <summary>Columns in the order of a record's values.</summary>
    public IReadOnlyList<SchemaColumn> Columns { get; }

    /// <summary>Whether any column has a role that is compared.</summary>
    public bool IsComparable => Columns.Any(column => IsCompared(column.Role));

    /// <summary>One schema that holds the columns of several lists: a column is the same column when role and place
    /// among the columns of that role agree; a column of role <see cref="ColumnRole.Other"/> when its header does.</summary>
    /// <param name="schemas">Schemas of the lists, at least one.</param>
    /// <returns>The union, in order of first appearance, without ignored columns.</returns>
    /// <exception cref="ArgumentException">No schema, or none with a column that is not ignored.</exception>
    public static LinkageSchema Union(IEnumerable<LinkageSchema> schemas)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var columns = new List<SchemaColumn>();
        foreach (var schema in schemas)
        {
            columns.AddRange(
                schema
                    .Keys()
                    .Where(pair => pair.Column.Role != ColumnRole.Ignored && seen.Add(pair.Key))
                    .Select(pair => pair.Column)
            );
        }

        return new LinkageSchema(columns);
    }

    /// <summary>For each column here, where the same column stands in another schema.</summary>
    /// <param name="other">Schema of one list.</param>
    /// <returns>One place per column of this schema; −1 where the list has no such column.</returns>
    public IReadOnlyList<int> PlacesIn(LinkageSchema other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var place = 0;
        foreach (var (key, _) in other.Keys())
        {
            places.TryAdd(key, place++);
        }

        return [.. Keys().Select(pair => places.GetValueOrDefault(pair.Key, -1))];
    }

    internal static bool IsCompared(ColumnRole role) =>
        role is not (ColumnRole.Ignored or ColumnRole.RecordId or ColumnRole.Source);

    private IEnumerable<(string Key, SchemaColumn Column)> Keys()
    {
        var count = new Dictionary<ColumnRole, int>();
        foreach (var column in Columns)
        {
            var ordinal = count[column.Role] = count.GetValueOrDefault(column.Role) + 1;
            var name = new StringBuilder().Append((int)column.Role).Append(':');
            _ =
                column.Role == ColumnRole.Other
                    ? name.Append(SchemaGuess.Fold(column.Header))
                    : name.Append(ordinal);
            yield return (name.ToString(), column);
        }
    }
}

/// <summary>One column: its header as the list writes it, and its role.</summary>
/// <param name="Header">Header as written in the list; shown to people, never compared.</param>
/// <param name="Role">What the column says about a person.</param>
public sealed record SchemaColumn(string Header, ColumnRole Role);
