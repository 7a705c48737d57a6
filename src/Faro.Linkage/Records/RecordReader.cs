// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Faro.Linkage.Records;

/// <summary>Cleans records one by one and builds the <see cref="RecordTable"/>.</summary>
internal sealed class RecordReader
{
    private static readonly int Fields = Enum.GetValues<Field>().Length;

    private static readonly FrozenDictionary<ColumnRole, string> TextNames = new Dictionary<
        ColumnRole,
        string
    >
    {
        [ColumnRole.Document] = "document",
        [ColumnRole.Phone] = "phone",
        [ColumnRole.Postcode] = "postcode",
        [ColumnRole.Street] = "street",
        [ColumnRole.StreetNumber] = "number",
        [ColumnRole.Other] = "other",
    }.ToFrozenDictionary();

    /// <summary>Most columns compared as they are: the pattern of a pair must fit into 64 bits.</summary>
    private const int MostTexts = 12;

    private readonly LinkageSchema _schema;
    private readonly Lexicon _lexicon = new();
    private readonly Dictionary<string, int> _sources = new(StringComparer.Ordinal);
    private readonly List<int>[] _codes;
    private readonly List<(string Name, ColumnRole Role, int Place, List<int> Codes)> _texts = [];
    private readonly List<int> _sourceOf = [];
    private readonly List<UInt128> _order = [];
    private readonly List<PersonRecord> _labels = [];
    private readonly Dictionary<ColumnRole, int> _first = [];
    private byte[] _buffer = new byte[1024];

    public RecordReader(LinkageSchema schema)
    {
        _schema = schema;
        _codes = [.. Enumerable.Range(0, Fields).Select(_ => new List<int>())];
        for (var place = 0; place < schema.Columns.Count; place++)
        {
            var role = schema.Columns[place].Role;
            var isFirst = _first.TryAdd(role, place);
            if (LinkageSchema.IsCompared(role) && _texts.Count == MostTexts)
            {
                LeftOut += TextName(role) is null && isFirst ? 0 : 1;
            }
            else if (TextName(role) is { } name)
            {
                var count = _texts.Count(text => text.Role == role);
                _texts.Add((count == 0 ? name : $"{name}-{count + 1}", role, place, []));
            }
            else if (!isFirst && LinkageSchema.IsCompared(role))
            {
                // A second column of a role that has one comparison of its own is compared as it is.
                _texts.Add(($"{SchemaGuess.NameOf(role)}-{place}", ColumnRole.Other, place, []));
            }
        }
    }

    /// <summary>Records without their values, in the order of the input.</summary>
    public IReadOnlyList<PersonRecord> Labels => _labels;

    /// <summary>Columns beyond the limit, not compared.</summary>
    public int LeftOut { get; }

    public void Add(PersonRecord record)
    {
        if (record.Values.Count != _schema.Columns.Count)
        {
            Throw.NotInSchema(record.Row, record.Values.Count, _schema.Columns.Count);
        }

        _labels.Add(record with { Values = [] });
        if (!_sources.TryGetValue(record.Source, out var source))
        {
            _sources.Add(record.Source, source = _sources.Count);
        }

        _sourceOf.Add(source);
        _order.Add(Fingerprint(record));
        AddNames(record);
        Put(Field.Birth, PartialDate.Parse(Value(record, ColumnRole.BirthDate)));
        Put(Field.Sex, Cleaned.Fold(Value(record, ColumnRole.Sex)));
        Put(Field.Country, Places.Country(Value(record, ColumnRole.Country)));
        Put(Field.Region, Cleaned.Fold(Value(record, ColumnRole.Region)));
        Put(Field.Municipality, Cleaned.Fold(Value(record, ColumnRole.Municipality)));
        Put(Field.Locality, Cleaned.Fold(Value(record, ColumnRole.Locality)));
        foreach (var (_, role, place, codes) in _texts)
        {
            var value = record.Values[place];
            codes.Add(
                _lexicon.Code(
                    role == ColumnRole.Document ? Cleaned.Compact(value)
                    : role == ColumnRole.Phone ? Cleaned.Phone(value)
                    : Cleaned.Fold(value)
                )
            );
        }
    }

    /// <summary>The table, rows in canonical order.</summary>
    public RecordTable Build()
    {
        var input = Enumerable.Range(0, _order.Count).ToArray();
        Array.Sort(
            input,
            (left, right) =>
            {
                var byContent = _order[left].CompareTo(_order[right]);
                return byContent != 0 ? byContent : left.CompareTo(right);
            }
        );
        int[] Sorted(List<int> codes) => Array.ConvertAll(input, place => codes[place]);
        var table = new RecordTable
        {
            Count = input.Length,
            Lexicon = _lexicon,
            Input = input,
            Source = Sorted(_sourceOf),
            Codes = [.. _codes.Select(Sorted)],
            Texts =
            [
                .. _texts.Select(text => new TextColumn(text.Name, text.Role, Sorted(text.Codes))),
            ],
        };
        SexCodes.Settle(table);
        return table;
    }

    private static string? TextName(ColumnRole role) => TextNames.GetValueOrDefault(role);

    private void AddNames(PersonRecord record)
    {
        var hasParts =
            _first.ContainsKey(ColumnRole.GivenNames) || _first.ContainsKey(ColumnRole.Surname);
        var name = PersonName.Of(
            Value(record, ColumnRole.GivenNames),
            Value(record, ColumnRole.Surname),
            Value(record, ColumnRole.SecondSurname)
        );
        if (!hasParts || (name.Given.Length == 0 && name.First.Length == 0))
        {
            name = PersonName.OfWhole(Value(record, ColumnRole.FullName));
        }

        var given1 = name.Given.Length > 0 ? name.Given[0] : "";
        var given2 = name.Given.Length > 1 ? name.Given[1] : "";
        var givenKey = NameSound.Key(GivenNames.Formal(given1)[0]);
        var surnameKey = NameSound.Key(name.First);
        Put(Field.Given, string.Join(' ', name.Given));
        Put(Field.Given1, given1);
        Put(Field.Given2, given2);
        Put(Field.GivenKey1, givenKey);
        Put(Field.GivenKey2, NameSound.Key(given2));
        Put(Field.Surnames, name.Second.Length > 0 ? $"{name.First} {name.Second}" : name.First);
        Put(Field.Surname1, name.First);
        Put(Field.Surname2, name.Second);
        Put(Field.SurnameKey1, surnameKey);
        Put(Field.SurnameKey2, NameSound.Key(name.Second));
        Put(
            Field.NameKey,
            givenKey.Length > 0 && surnameKey.Length > 0 ? $"{givenKey} {surnameKey}" : ""
        );
        AddAlias(Cleaned.Fold(Value(record, ColumnRole.Alias)));
    }

    private void AddAlias(string alias)
    {
        var words = GivenNames.Split(alias);
        Put(Field.Alias, alias);
        Put(
            Field.AliasKey,
            words.Length > 1
                ? $"{NameSound.Key(GivenNames.Formal(words[0])[0])} {NameSound.Key(words[^1])}"
                : ""
        );
    }

    private string? Value(PersonRecord record, ColumnRole role) =>
        _first.TryGetValue(role, out var place) ? record.Values[place] : null;

    private void Put(Field field, string text) => Put(field, _lexicon.Code(text));

    private void Put(Field field, int code) => _codes[(int)field].Add(code);

    /// <summary>128 bits of what the record says and where from, without its row: the canonical order.</summary>
    private UInt128 Fingerprint(PersonRecord record)
    {
        var text = string.Join('\u001f', [.. record.Values, record.Source, record.Id]);
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_buffer.Length < size)
        {
            _buffer = new byte[size];
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer)), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
