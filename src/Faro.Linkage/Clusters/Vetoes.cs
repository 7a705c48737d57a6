// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Comparison;
using Faro.Linkage.Records;

namespace Faro.Linkage.Clusters;

/// <summary>Pairs that no amount of other evidence may join.</summary>
internal sealed class Vetoes(RecordTable table, LinkageOptions options, bool hasTwins)
{
    /// <summary>Most bits of two records that look like twins: one may hold the first and the other the second given
    /// name of the same person, which only a third record with both can tell.</summary>
    private const double TwinBits = -3;

    private readonly int[] _documents =
    [
        .. table.Texts.Where(text => text.Role == ColumnRole.Document).Select(text => text.Place),
    ];

    /// <summary>The evidence of two rows after what evidence cannot know: twins share birth date, surnames and address,
    /// but each has a given name; and a list without duplicates holds nobody twice.</summary>
    /// <param name="left">One row.</param>
    /// <param name="right">Another row.</param>
    /// <param name="bits">Evidence.</param>
    /// <returns>The same or fewer bits; −∞ when the rows can never be one person.</returns>
    public double Apply(int left, int right, double bits) =>
        options.OnePerSource && table.Source[left] == table.Source[right] ? double.NegativeInfinity
        : hasTwins && bits > TwinBits && IsTwins(left, right) ? TwinBits
        : bits;

    private bool IsTwins(int leftRow, int rightRow)
    {
        var left = table[leftRow];
        var right = table[rightRow];
        var (one, other) = (left[(int)Field.Given1], right[(int)Field.Given1]);
        return one != 0
            && other != 0
            && one != other
            && left[(int)Field.Birth] == right[(int)Field.Birth]
            && PartialDate.IsFull(left[(int)Field.Birth])
            && left[(int)Field.Surnames] != 0
            && left[(int)Field.Surnames] == right[(int)Field.Surnames]
            && !SharesDocument(left, right)
            && !AreVariants(left, right);
    }

    private bool SharesDocument(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        foreach (var place in _documents)
        {
            if (
                left[place] != 0
                && Likeness.IsWithinEdits(
                    table.Lexicon[left[place]],
                    table.Lexicon[right[place]],
                    2
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private bool AreVariants(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (one, other) = (left[(int)Field.Given1], right[(int)Field.Given1]);
        return left[(int)Field.GivenKey1] == right[(int)Field.GivenKey1]
            || table.Lexicon[one][0] == table.Lexicon[other][0]
            || one == right[(int)Field.Given2]
            || other == left[(int)Field.Given2]
            || table.Lexicon.AreFamiliar(one, other)
            || Likeness.JaroWinkler(table.Lexicon, one, other, .75) >= .75;
    }
}
