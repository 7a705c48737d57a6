// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Noise;

namespace Faro.Disclosure;

/// <summary>Records of persons, one each: which of the declared values each has. It never leaves the house.</summary>
/// <remarks>Held as two bytes for each value that is present and one for each record, so ten million records of ten values
/// take about 210 MB. Whoever is in several rows is joined before: a person is the unit that is protected.</remarks>
public sealed class RecordTable
{
    private readonly List<RecordBlock> _blocks = [];
    private RecordBlock.Writer _open = new();

    /// <param name="domain">Declared beforehand.</param>
    public RecordTable(RecordDomain domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        Domain = domain;
    }

    private RecordTable(RecordDomain domain, IEnumerable<RecordBlock> blocks, long count)
        : this(domain) => (_blocks, Count) = ([.. blocks], count);

    /// <summary>What the records may hold.</summary>
    public RecordDomain Domain { get; }

    /// <summary>Persons. True, so not for release.</summary>
    public long Count { get; private set; }

    internal IEnumerable<RecordBlock> Blocks
    {
        get
        {
            Seal();
            return _blocks;
        }
    }

    /// <summary>Adds one person.</summary>
    /// <param name="values">One per column, in the order of the domain; empty for what is not known or not so.</param>
    /// <exception cref="ArgumentException">Not one value per column.</exception>
    public void Add(params IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Domain.Columns.Count)
            throw new ArgumentException(
                $"A record has {Domain.Columns.Count} values, not {values.Count}.",
                nameof(values)
            );
        for (var column = 0; column < values.Count; column++)
            Put(column, values[column]);
        Close();
    }

    /// <summary>Puts one value of the person who is being added; columns in ascending order, those that are empty may be left out.</summary>
    /// <param name="column">Its place in the domain.</param>
    /// <param name="value">As written; what is not declared counts as empty, or as the column's other.</param>
    public void Put(int column, ReadOnlySpan<char> value)
    {
        var attribute = Domain.AttributeOf(column, value);
        if (attribute >= 0)
            _open.Put((ushort)attribute);
    }

    /// <summary>Ends the person whose values were put.</summary>
    public void Close()
    {
        _open.Close();
        Count++;
        if (_open.IsFull)
            Seal();
    }

    /// <summary>The same records with at most so many attributes each: the others are left out by lot, once for all that is counted.</summary>
    internal RecordTable CappedAt(int cap, BitSource bits) =>
        new(Domain, Blocks.Select(block => block.CappedAt(cap, bits)), Count);

    /// <summary>The same records in a domain that keeps some of the attributes.</summary>
    /// <param name="domain">The smaller one.</param>
    /// <param name="places">The new place of each attribute; −1 for those that are left out.</param>
    internal RecordTable In(RecordDomain domain, int[] places) =>
        new(domain, Blocks.Select(block => block.In(places)), Count);

    private void Seal()
    {
        if (_open.Count == 0)
            return;
        _blocks.Add(_open.Sealed());
        _open = new();
    }
}
