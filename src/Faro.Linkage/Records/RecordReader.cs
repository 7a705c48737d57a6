// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Faro.Linkage.Records;

/// <summary>Cleans records one by one and builds the <see cref="RecordTable"/>.</summary>
internal sealed class RecordReader
{
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

    private const int PieceRows = 1 << 12;

    /// <summary>Bits of the order that come from the sound of the surname.</summary>
    private const int NearBits = 20;

    private readonly LinkageSchema _schema;
    private readonly Lexicon _lexicon = new();
    private readonly NameBook _names;
    private readonly Dictionary<string, int> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _births = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _countries = new(StringComparer.Ordinal);
    private readonly List<(string Name, ColumnRole Role, int Place)> _texts = [];
    private readonly Dictionary<ColumnRole, int> _first = [];
    private readonly bool _hasParts;
    private readonly int _width;

    /// <summary>Coded rows in the order of the input, in pieces so that growing never copies them.</summary>
    private readonly List<int[]> _pieces = [];
    private readonly List<int> _sourceOf = [];
    private readonly List<ulong> _order = [];
    private readonly List<ulong> _orderLow = [];

    public RecordReader(LinkageSchema schema)
    {
        _schema = schema;
        _names = new NameBook(_lexicon);
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
                _texts.Add((count == 0 ? name : $"{name}-{count + 1}", role, place));
            }
            else if (!isFirst && LinkageSchema.IsCompared(role))
            {
                // A second column of a role that has one comparison of its own is compared as it is.
                _texts.Add(($"{SchemaGuess.NameOf(role)}-{place}", ColumnRole.Other, place));
            }
        }

        _hasParts =
            _first.ContainsKey(ColumnRole.GivenNames) || _first.ContainsKey(ColumnRole.Surname);
        _width = RecordTable.Fields + _texts.Count;
    }

    /// <summary>Where the records come from, in the order of the input.</summary>
    public Labels Labels { get; } = new();

    /// <summary>Columns beyond the limit, not compared.</summary>
    public int LeftOut { get; }

    public void Add(PersonRecord record)
    {
        if (record.Values.Count != _schema.Columns.Count)
        {
            Throw.NotInSchema(record.Row, record.Values.Count, _schema.Columns.Count);
        }

        if (!_sources.TryGetValue(record.Source, out var source))
        {
            _sources.Add(record.Source, source = _sources.Count);
            Labels.Sources.Add(record.Source);
        }

        Labels.Add(source, record.Row, record.Id);
        var row = NextRow();
        _sourceOf.Add(source);
        AddNames(record, row);
        row[(int)Field.Birth] = Code(
            _births,
            Value(record, ColumnRole.BirthDate),
            PartialDate.Parse
        );
        row[(int)Field.Sex] = Word(Value(record, ColumnRole.Sex));
        row[(int)Field.Country] = Code(
            _countries,
            Value(record, ColumnRole.Country),
            text => _lexicon.Code(Places.Country(text))
        );
        row[(int)Field.Region] = Word(Value(record, ColumnRole.Region));
        row[(int)Field.Municipality] = Word(Value(record, ColumnRole.Municipality));
        row[(int)Field.Locality] = Word(Value(record, ColumnRole.Locality));
        for (var text = 0; text < _texts.Count; text++)
        {
            row[RecordTable.Fields + text] = TextCode(
                _texts[text].Role,
                record.Values[_texts[text].Place]
            );
        }

        AddOrder(record, row[(int)Field.SurnameKey1]);
    }

    /// <summary>The table, rows in canonical order.</summary>
    public RecordTable Build()
    {
        var input = Order();
        var codes = new int[input.Length * _width];
        var sources = new int[input.Length];
        for (var row = 0; row < input.Length; row++)
        {
            Coded(input[row]).CopyTo(codes.AsSpan(row * _width, _width));
            sources[row] = _sourceOf[input[row]];
        }

        _pieces.Clear();
        var table = new RecordTable
        {
            Count = input.Length,
            Lexicon = _lexicon,
            Input = input,
            Source = sources,
            Width = _width,
            Codes = codes,
            Texts =
            [
                .. _texts.Select(
                    (text, place) =>
                        new TextColumn(text.Name, text.Role, RecordTable.Fields + place)
                ),
            ],
        };
        SexCodes.Settle(table);
        return table;
    }

    private static string? TextName(ColumnRole role) => TextNames.GetValueOrDefault(role);

    private void AddNames(PersonRecord record, Span<int> row)
    {
        var hasName =
            _hasParts
            && _names.Put(
                row,
                Value(record, ColumnRole.GivenNames),
                Value(record, ColumnRole.Surname),
                Value(record, ColumnRole.SecondSurname)
            );
        if (!hasName && _first.ContainsKey(ColumnRole.FullName))
        {
            _names.PutWhole(row, Value(record, ColumnRole.FullName));
        }

        _names.PutAlias(row, Value(record, ColumnRole.Alias));
    }

    private string? Value(PersonRecord record, ColumnRole role) =>
        _first.TryGetValue(role, out var place) ? record.Values[place] : null;

    private int TextCode(ColumnRole role, string? value) =>
        string.IsNullOrEmpty(value) ? 0
        : role == ColumnRole.Document ? _lexicon.Code(Cleaned.Compact(value))
        : role == ColumnRole.Phone ? _lexicon.Code(Cleaned.Phone(value))
        : Word(value);

    private int Word(string? value) =>
        Code(_words, value, text => _lexicon.Code(Cleaned.Fold(text)));

    /// <summary>The code of a value that many records share: cleaned once.</summary>
    private static int Code(Dictionary<string, int> known, string? value, Func<string, int> clean)
    {
        if (string.IsNullOrEmpty(value))
        {
            return 0;
        }

        if (!known.TryGetValue(value, out var code))
        {
            known.Add(value, code = clean(value));
        }

        return code;
    }

    private Span<int> NextRow()
    {
        var place = _sourceOf.Count % PieceRows;
        if (place == 0)
        {
            _pieces.Add(new int[PieceRows * _width]);
        }

        return _pieces[^1].AsSpan(place * _width, _width);
    }

    private ReadOnlySpan<int> Coded(int input) =>
        _pieces[input / PieceRows].AsSpan(input % PieceRows * _width, _width);

    /// <summary>Rows whose surnames sound alike stand together (they meet in most blocks), then by fingerprint.</summary>
    private void AddOrder(PersonRecord record, int surname)
    {
        var print = new Fingerprint();
        foreach (var value in record.Values)
        {
            print.Add(value);
        }

        print.Add(record.Source);
        print.Add(record.Id);
        var near = new Fingerprint();
        near.Add(_lexicon[surname]);
        _order.Add((near.High & ~(ulong.MaxValue >> NearBits)) | (print.High >> NearBits));
        _orderLow.Add(print.Low);
    }

    private int[] Order()
    {
        var keys = _order.ToArray();
        var input = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, input);
        for (var start = 0; start < keys.Length; )
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                input
                    .AsSpan(start, end - start)
                    .Sort(
                        (left, right) =>
                            _orderLow[left] != _orderLow[right]
                                ? _orderLow[left].CompareTo(_orderLow[right])
                                : left.CompareTo(right)
                    );
            }

            start = end;
        }

        return input;
    }
}
