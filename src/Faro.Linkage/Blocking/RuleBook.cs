// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Blocking;

/// <summary>The rules for the columns that are there, most telling first; those that cross fields come last.</summary>
internal sealed class RuleBook
{
    /// <summary>Most rules; those that fire for a pair must fit into 64 bits.</summary>
    private const int MostRules = 64;

    /// <summary>Fields whose keys must agree, one rule a line.</summary>
    private const string Plain = """
        given surname year
        surname date
        given date
        given surname surname2
        given surname region
        date region
        surname surname2 year
        surname surname2 region
        given surname2 year
        given surname given2
        region surname year
        region given year
        given given2 region
        surname2 date
        given2 date
        given municipality
        street street-number
        region street
        locality surname
        locality given
        postcode given
        postcode surname
        postcode street-number
        locality street-number
        postcode date
        given street-number
        surname street-number
        postcode locality
        given surname
        date
        surname municipality
        given municipality year
        surname year
        """;

    /// <summary>Rules that cross: the fields of one record equal those of the other, in this order.</summary>
    private const string Crossed = """
        given surname = surname given
        surname surname2 given = surname2 surname given
        surname date = surname2 date
        given date = given2 date
        given surname region = given2 surname region
        given surname surname2 = given2 surname surname2
        given surname year = given2 surname year
        alias = name
        """;

    private readonly Dictionary<string, Func<int[]>> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<int[]> _laid = [];
    private readonly List<Rule> _rules = [];

    private RuleBook(RecordTable table)
    {
        Know(table);
        foreach (
            var text in table.Texts.Where(text =>
                text.Role is ColumnRole.Document or ColumnRole.Phone or ColumnRole.Other
            )
        )
        {
            _columns[text.Name] = () => table.Column(text.Place);
            Add(text.Name, [text.Name]);
        }

        foreach (var line in Lines(Plain))
        {
            Add(line.Replace(' ', '+'), line.Split(' '));
        }

        foreach (var line in Lines(Crossed))
        {
            var sides = line.Split(" = ");
            Add(
                $"{sides[0].Replace(' ', '+')}={sides[1].Replace(' ', '+')}",
                sides[0].Split(' '),
                sides[1].Split(' ')
            );
        }

        YearSlot = _slots.GetValueOrDefault("year", -1);
        Narrowing =
        [
            .. ((string[])["year", "region", "given", "surname"])
                .Where(_slots.ContainsKey)
                .Select(name => _slots[name]),
        ];
        if (YearSlot >= 0)
        {
            Add(
                "country+given+surname, a year missing",
                ["country", "given", "surname"],
                null,
                needsGap: true
            );
        }

        Keys = new KeyTable(table.Count, _laid);
        _laid.Clear();
    }

    /// <summary>The rules.</summary>
    public IReadOnlyList<Rule> Rules => _rules;

    /// <summary>Keys of all records, as the rules want them.</summary>
    public KeyTable Keys { get; }

    /// <summary>Slots by which a block too large is narrowed.</summary>
    public int[] Narrowing { get; }

    /// <summary>Slot of the birth year, −1 when there is none.</summary>
    public int YearSlot { get; }

    /// <summary>Rules whose fields all have values somewhere.</summary>
    public static RuleBook Of(RecordTable table) => new(table);

    private static string[] Lines(string table) =>
        table.Split('\n', StringSplitOptions.TrimEntries);

    private void Know(RecordTable table)
    {
        void Column(string name, Field field) => _columns[name] = () => table.Column(field);

        Column("given", Field.GivenKey1);
        Column("given2", Field.GivenKey2);
        Column("surname", Field.SurnameKey1);
        Column("surname2", Field.SurnameKey2);
        Column("region", Field.Region);
        Column("country", Field.Country);
        Column("municipality", Field.Municipality);
        Column("locality", Field.Locality);
        Column("alias", Field.AliasKey);
        Column("name", Field.NameKey);
        _columns["year"] = () => Array.ConvertAll(table.Column(Field.Birth), PartialDate.Year);
        _columns["date"] = () => Array.ConvertAll(table.Column(Field.Birth), PartialDate.SwapKey);
        foreach (
            var role in (ColumnRole[])
                [ColumnRole.Postcode, ColumnRole.Street, ColumnRole.StreetNumber]
        )
        {
            var text = table.Texts.FirstOrDefault(text => text.Role == role);
            if (text is not null)
            {
                _columns[SchemaGuess.NameOf(role)] = () => table.Column(text.Place);
            }
        }
    }

    private void Add(string name, string[] fields, string[]? others = null, bool needsGap = false)
    {
        var all = fields.Concat(others ?? []).ToArray();
        if (_rules.Count == MostRules || !all.All(Lay))
        {
            return;
        }

        int[] Places(string[] names) => Array.ConvertAll(names, field => _slots[field]);
        _rules.Add(
            new Rule(name, Places(fields), others is null ? null : Places(others), needsGap)
        );
    }

    /// <summary>Gives a field a slot; false when it has no value anywhere, or there are slots no more.</summary>
    private bool Lay(string field)
    {
        if (_slots.ContainsKey(field))
        {
            return true;
        }

        if (_laid.Count == KeyTable.MostSlots || !_columns.Remove(field, out var read))
        {
            return false;
        }

        var column = read();
        if (!Array.Exists(column, code => code != 0))
        {
            return false;
        }

        _slots.Add(field, _laid.Count);
        _laid.Add(column);
        return true;
    }
}
