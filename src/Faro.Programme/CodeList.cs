// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;
using Sylvan.Data.Csv;

namespace Faro.Programme;

/// <summary>The values that one field may take, with labels in both languages and their meaning in outside standards.</summary>
/// <remarks>Read once and never changed. The file is CSV with lines of <c># source:</c>, <c># article CODE:</c>,
/// <c># licence:</c> and <c># retrieved:</c> above the header.</remarks>
public sealed class CodeList
{
    private static readonly string[] Columns =
    [
        "code",
        "es",
        "en",
        "htcds",
        "ctdc",
        "since",
        "until",
        "order",
    ];

    private readonly FrozenDictionary<string, CodeEntry> _byCode;

    private CodeList(string name, IReadOnlyList<string> remarks, List<CodeEntry> entries)
    {
        Name = name;
        Entries = [.. entries.OrderBy(entry => entry.Order)];
        _byCode = entries.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);
        Sources = [.. Remarks(remarks, "source")];
        Licence = string.Join("; ", Remarks(remarks, "licence"));
        RetrievedOn = DataRows.Day(Remarks(remarks, "retrieved").Single())!.Value;
    }

    /// <summary>The file's name without ending, as in <c>exploitation-forms</c>.</summary>
    public string Name { get; }

    /// <summary>Every value there ever was, in order.</summary>
    public IReadOnlyList<CodeEntry> Entries { get; }

    /// <summary>Where values, labels and mappings come from.</summary>
    public IReadOnlyList<string> Sources { get; }

    public string Licence { get; }

    public DateOnly RetrievedOn { get; }

    /// <summary>What a form offers on a day, in order.</summary>
    public IEnumerable<CodeEntry> Offered(DateOnly on) => Entries.Where(entry => entry.IsInUse(on));

    /// <summary>Whether it is or ever was a value of this list.</summary>
    public bool Contains(string code) => _byCode.ContainsKey(code);

    /// <summary>Whether a new record may take it on a day.</summary>
    public bool Accepts(string code, DateOnly on) => Find(code)?.IsInUse(on) ?? false;

    public CodeEntry? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The words for a code; the code itself when the list does not know it, so that a page of old data still shows.</summary>
    public string Label(string code, CultureInfo culture) => Find(code)?.Label(culture) ?? code;

    /// <summary>The value whose HTCDS name this is; the first one in order when several share it.</summary>
    public CodeEntry? FromHtcds(string value) =>
        Entries.FirstOrDefault(entry => entry.Htcds.Length > 0 && entry.Htcds == value);

    /// <summary>Reads a list.</summary>
    /// <exception cref="InvalidDataException">Wrong columns, a code twice, or no retrieval date: the message names list and row.</exception>
    internal static CodeList Read(string name, TextReader text)
    {
        var remarks = new List<string>();
        while (text.Peek() == '#')
            remarks.Add(text.ReadLine()![1..].Trim());
        using var csv = CsvDataReader.Create(text);
        var found = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName);
        if (!found.SequenceEqual(Columns, StringComparer.Ordinal))
            throw new InvalidDataException(
                $"The code list {name} has not the columns {string.Join(',', Columns)}."
            );
        var entries = new List<CodeEntry>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        while (csv.Read())
        {
            if (csv.RowFieldCount != Columns.Length || !codes.Add(csv.GetString(0)))
                throw new InvalidDataException(
                    $"The code list {name} has a short row or a code twice: row {csv.RowNumber}."
                );
            entries.Add(Entry(csv, remarks));
        }
        return new(name, remarks, entries);
    }

    private static CodeEntry Entry(CsvDataReader csv, List<string> remarks) =>
        new(
            csv.GetString(0),
            csv.GetString(1),
            csv.GetString(2),
            csv.GetString(3),
            csv.GetString(4),
            DataRows.Day(csv.GetString(5)),
            DataRows.Day(csv.GetString(6)),
            int.Parse(csv.GetString(7), CultureInfo.InvariantCulture),
            string.Join("; ", Remarks(remarks, $"article {csv.GetString(0)}"))
        );

    private static IEnumerable<string> Remarks(IEnumerable<string> remarks, string kind) =>
        from remark in remarks
        where remark.StartsWith(kind + ":", StringComparison.Ordinal)
        select remark[(kind.Length + 1)..].Trim();
}
