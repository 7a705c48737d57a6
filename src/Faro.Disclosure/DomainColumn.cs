// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>One column of records and the values that may stand in it.</summary>
public sealed class DomainColumn
{
    private readonly Dictionary<string, int> _places;

    /// <param name="name">As in the header; not empty.</param>
    /// <param name="values">Declared values, distinct; what is empty is no value.</param>
    /// <param name="other">The one of them that stands for values that are not declared; null when these count as empty.</param>
    /// <exception cref="ArgumentException">An empty or repeated value, or an other that is not among them.</exception>
    public DomainColumn(string name, IReadOnlyList<string> values, string? other = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(values);
        (Name, Values, Other) = (name, [.. values], other);
        _places = new(StringComparer.Ordinal);
        foreach (var value in values)
            if (string.IsNullOrEmpty(value) || !_places.TryAdd(value, _places.Count))
                throw new ArgumentException(
                    $"The column {name} has an empty or repeated value '{value}'.",
                    nameof(values)
                );
        if (other is not null && !_places.ContainsKey(other))
            throw new ArgumentException(
                $"The column {name} has no value '{other}'.",
                nameof(other)
            );
    }

    /// <summary>As in the header.</summary>
    public string Name { get; }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>What values that are not declared are read as; null for empty.</summary>
    public string? Other { get; }

    /// <summary>The place of a value, that of <see cref="Other"/>, or −1 when it counts as empty.</summary>
    internal int PlaceOf(ReadOnlySpan<char> value) =>
        value.IsEmpty ? -1
        : _places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(value, out var place) ? place
        : Other is null ? -1
        : _places[Other];
}
