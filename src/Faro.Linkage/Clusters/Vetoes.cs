// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Comparison;
using Faro.Linkage.Records;

namespace Faro.Linkage.Clusters;

/// <summary>Pairs that no amount of other evidence may join.</summary>
internal sealed class Vetoes(RecordTable table, LinkageOptions options)
{
    /// <summary>Whether two rows are surely two people: twins share birth date, surnames and address, but each has a
    /// given name; and a list without duplicates holds nobody twice.</summary>
    public bool Forbid(int left, int right) =>
        (options.OnePerSource && table.Source[left] == table.Source[right]) || IsTwins(left, right);

    private bool IsTwins(int left, int right)
    {
        var birth = table[Field.Birth];
        var surnames = table[Field.Surnames];
        var (one, other) = (table[Field.Given1][left], table[Field.Given1][right]);
        return one != 0
            && other != 0
            && one != other
            && birth[left] == birth[right]
            && PartialDate.IsFull(birth[left])
            && surnames[left] != 0
            && surnames[left] == surnames[right]
            && !SharesDocument(left, right)
            && !AreVariants(left, right, table.Lexicon[one], table.Lexicon[other]);
    }

    private bool SharesDocument(int left, int right) =>
        table.Texts.Any(text =>
            text.Role == ColumnRole.Document
            && text.Codes[left] != 0
            && Likeness.IsWithinEdits(
                table.Lexicon[text.Codes[left]],
                table.Lexicon[text.Codes[right]],
                2
            )
        );

    private bool AreVariants(int left, int right, string one, string other)
    {
        var key = table[Field.GivenKey1];
        var second = table[Field.Given2];
        return key[left] == key[right]
            || one[0] == other[0]
            || table[Field.Given1][left] == second[right]
            || table[Field.Given1][right] == second[left]
            || GivenNames.AreFamiliar(one, other)
            || Likeness.JaroWinkler(one, other) >= .75;
    }
}
