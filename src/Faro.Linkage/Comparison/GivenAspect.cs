// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>Given names.</summary>
internal sealed class GivenAspect(RecordTable table)
    : Aspect(
        "given",
        table,
        new("equal", .62),
        new("first-equal-other-missing", .10),
        new("first-equal-others-differ", .02),
        new("familiar-form", .03),
        new("sounds-alike", .05),
        new("crossed", .03),
        new("initial", .01),
        new("similar", .06),
        new("rather-similar", .02),
        new("different", .06)
    )
{
    private const int All = (int)Field.Given;
    private const int First = (int)Field.Given1;
    private const int Second = (int)Field.Given2;
    private const int Key = (int)Field.GivenKey1;
    private const int Surname = (int)Field.Surname1;

    private readonly TermFrequency _allTerms = new(table.Column(Field.Given));
    private readonly TermFrequency _firstTerms = new(table.Column(Field.Given1));

    public override TermFrequency Equal => _allTerms;

    public override int Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (a, b) = (left[First], right[First]);
        if (a == 0 || b == 0)
        {
            return Missing;
        }

        if (a == b)
        {
            return left[All] == right[All] ? 1
                : left[Second] == 0 || right[Second] == 0 ? 2
                : 3;
        }

        return Differing(left, right);
    }

    public override double FrequencyBits(
        int level,
        ReadOnlySpan<int> left,
        ReadOnlySpan<int> right
    ) =>
        level switch
        {
            1 => _allTerms.Bits(left[All]),
            2 or 3 => _firstTerms.Bits(left[First]),
            6 when left[First] == right[Second] => _firstTerms.Bits(left[First]),
            6 when left[Second] == right[First] => _firstTerms.Bits(right[First]),
            _ => 0,
        };

    public override double MostFrequencyBits(int level) =>
        level switch
        {
            1 => _allTerms.Most,
            2 or 3 or 6 => _firstTerms.Most,
            _ => 0,
        };

    public override double MostFrequencyBits(int level, ReadOnlySpan<int> row) =>
        level == 6
            ? Math.Max(_firstTerms.Bits(row[First]), _firstTerms.Bits(row[Second]))
            : FrequencyBits(level, row, row);

    /// <summary>The level of two records whose first given names differ.</summary>
    private int Differing(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (a, b) = (left[First], right[First]);
        if (Table.Lexicon.AreFamiliar(a, b))
        {
            return 4;
        }

        if (left[Key] == right[Key])
        {
            return 5;
        }

        if (IsCrossed(left, right))
        {
            return 6;
        }

        if (Table.Lexicon.IsInitialOf(a, b))
        {
            return 7;
        }

        var likeness = Likeness.JaroWinkler(Table.Lexicon, a, b, .80);
        return likeness >= .90 ? 8
            : likeness >= .80 ? 9
            : 10;
    }

    private static bool IsCrossed(ReadOnlySpan<int> left, ReadOnlySpan<int> right) =>
        left[First] == right[Second]
        || right[First] == left[Second]
        || (left[First] == right[Surname] && right[First] == left[Surname]);
}
