// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Records;

/// <summary>All records, cleaned and coded, row by row: what is compared of one record lies together in memory. Rows
/// are in canonical order: it depends on what the records say, not on the order in which they came, so that nothing
/// after it can depend on that order either.</summary>
internal sealed class RecordTable
{
    /// <summary>Fields that every table has; the columns compared as they are stand behind them.</summary>
    public static readonly int Fields = Enum.GetValues<Field>().Length;

    public required int Count { get; init; }

    public required Lexicon Lexicon { get; init; }

    /// <summary>Place in the input of each row.</summary>
    public required int[] Input { get; init; }

    /// <summary>Number of the list of each row.</summary>
    public required int[] Source { get; init; }

    /// <summary>Codes in a row.</summary>
    public required int Width { get; init; }

    /// <summary>All rows, one behind the other.</summary>
    public required int[] Codes { get; init; }

    /// <summary>Columns compared as they are: postcode, street, phone, document, other.</summary>
    public required IReadOnlyList<TextColumn> Texts { get; init; }

    public ReadOnlySpan<int> this[int row] => Codes.AsSpan(row * Width, Width);

    public int this[Field field, int row] => Codes[(row * Width) + (int)field];

    public ReadOnlySpan<char> Text(Field field, int row) => Lexicon[this[field, row]];

    /// <summary>Fetches rows into the cache side by side; read later one by one, each would be waited for.</summary>
    /// <returns>A number without meaning, so that the fetching is not left out.</returns>
    public int Fetch(ReadOnlySpan<Blocking.PairOfRows> pairs)
    {
        var sum = 0;
        foreach (var (left, right) in pairs)
        {
            sum ^= Codes[left * Width] ^ Codes[(left * Width) + Width - 1];
            sum ^= Codes[right * Width] ^ Codes[(right * Width) + Width - 1];
        }

        return sum;
    }

    /// <summary>One column of all rows.</summary>
    public int[] Column(int place)
    {
        var column = new int[Count];
        for (var row = 0; row < column.Length; row++)
        {
            column[row] = Codes[(row * Width) + place];
        }

        return column;
    }

    public int[] Column(Field field) => Column((int)field);

    /// <summary>Whether any record says anything in this field.</summary>
    public bool Has(Field field) => Has((int)field);

    /// <summary>Whether any record says anything at this place.</summary>
    public bool Has(int place)
    {
        for (var at = place; at < Codes.Length; at += Width)
        {
            if (Codes[at] != 0)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One column compared as it is.</summary>
/// <param name="Name">Name of the comparison.</param>
/// <param name="Role">Role of the column.</param>
/// <param name="Place">Where in a row its code stands.</param>
internal sealed record TextColumn(string Name, ColumnRole Role, int Place);

/// <summary>What is kept of every record.</summary>
internal enum Field
{
    /// <summary>All given names joined.</summary>
    Given,

    /// <summary>First given name.</summary>
    Given1,

    /// <summary>Second given name.</summary>
    Given2,

    /// <summary>Sound of the formal first given name.</summary>
    GivenKey1,

    /// <summary>Both surnames joined.</summary>
    Surnames,

    /// <summary>First surname.</summary>
    Surname1,

    /// <summary>Second surname.</summary>
    Surname2,

    /// <summary>Sound of the first surname.</summary>
    SurnameKey1,

    /// <summary>Sound of the second surname.</summary>
    SurnameKey2,

    /// <summary>Packed birth date, not a code.</summary>
    Birth,

    /// <summary>Sex, where it can be compared.</summary>
    Sex,

    /// <summary>Country.</summary>
    Country,

    /// <summary>State or department.</summary>
    Region,

    /// <summary>Municipality or city.</summary>
    Municipality,

    /// <summary>Quarter or village.</summary>
    Locality,

    /// <summary>Alias, folded.</summary>
    Alias,

    /// <summary>Sound of an alias of two words, as <see cref="NameKey"/> has it.</summary>
    AliasKey,

    /// <summary>Sound of first given name and first surname.</summary>
    NameKey,

    /// <summary>Sound of the second given name.</summary>
    GivenKey2,
}
