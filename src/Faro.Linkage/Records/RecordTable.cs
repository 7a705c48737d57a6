// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Records;

/// <summary>All records, cleaned and coded, column by column. Rows are in canonical order: it depends on what the
/// records say, not on the order in which they came, so that nothing after it can depend on that order either.</summary>
internal sealed class RecordTable
{
    public required int Count { get; init; }

    public required Lexicon Lexicon { get; init; }

    /// <summary>Place in the input of each row.</summary>
    public required int[] Input { get; init; }

    /// <summary>Number of the list of each row.</summary>
    public required int[] Source { get; init; }

    /// <summary>Columns that the lists have, by field; a field that no list has is all zero.</summary>
    public required int[][] Codes { get; init; }

    /// <summary>Columns compared as they are: postcode, street, phone, document, other.</summary>
    public required IReadOnlyList<TextColumn> Texts { get; init; }

    public int[] this[Field field] => Codes[(int)field];

    public string Text(Field field, int row) => Lexicon[Codes[(int)field][row]];

    /// <summary>Whether any record says anything in this field.</summary>
    public bool Has(Field field) => Array.Exists(Codes[(int)field], code => code != 0);
}

/// <summary>One column compared as it is.</summary>
/// <param name="Name">Name of the comparison.</param>
/// <param name="Role">Role of the column.</param>
/// <param name="Codes">Code of each row's value, 0 when missing.</param>
internal sealed record TextColumn(string Name, ColumnRole Role, int[] Codes);

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

    /// <summary>Sound of the second given name.</summary>
    GivenKey2,

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

    /// <summary>Alias, folded.</summary>
    Alias,

    /// <summary>Sound of an alias of two words, as <see cref="NameKey"/> has it.</summary>
    AliasKey,

    /// <summary>Sound of first given name and first surname.</summary>
    NameKey,

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
}
