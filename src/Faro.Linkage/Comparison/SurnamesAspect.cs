// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>Both surnames as one aspect. Compared one by one they would count siblings twice.</summary>
internal sealed class SurnamesAspect(RecordTable table)
    : Aspect(
        "surnames",
        table,
        new("equal", .55),
        new("sound-alike", .05),
        new("similar", .06),
        new("reversed", .02),
        new("first-equal-second-missing", .10),
        new("first-sounds-alike-second-missing", .02),
        new("first-similar-second-missing", .03),
        new("first-only", .03),
        new("second-only", .03),
        new("crossed", .02),
        new("rather-similar", .03),
        new("different", .06)
    )
{
    /// <summary>Share of the rarity that counts where surnames are only alike.</summary>
    private const double Fuzzy = .5;

    private const double Similar = .88;
    private const double RatherSimilar = .80;

    private const int Both = (int)Field.Surnames;
    private const int First = (int)Field.Surname1;
    private const int Second = (int)Field.Surname2;
    private const int FirstKey = (int)Field.SurnameKey1;
    private const int SecondKey = (int)Field.SurnameKey2;
    private const int Given = (int)Field.Given1;
    private readonly TermFrequency _bothTerms = new(table.Column(Field.Surnames));
    private readonly TermFrequency _firstTerms = new(table.Column(Field.Surname1));

    public override TermFrequency Equal => _bothTerms;

    public override int Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left[Both] == 0 || right[Both] == 0)
        {
            return Missing;
        }

        if (left[Both] == right[Both])
        {
            return 1;
        }

        var first = Likelihood(First, FirstKey, left, right);
        var hasSeconds = left[Second] != 0 && right[Second] != 0;
        var level =
            hasSeconds || left[Second] == right[Second]
                ? Complete(first, left, right)
                : first switch
                {
                    Match.Equal => 5,
                    Match.Sound => 6,
                    Match.Similar => 7,
                    Match.Rather or Match.None => 0,
                    _ => throw new InvalidOperationException("Bug in Faro: unknown match"),
                };
        if (level != 0)
        {
            return level;
        }

        return IsCrossed(left, right) ? 10
            : first == Match.Rather ? 11
            : 12;
    }

    public override double FrequencyBits(
        int level,
        ReadOnlySpan<int> left,
        ReadOnlySpan<int> right
    ) =>
        level switch
        {
            1 => _bothTerms.Bits(left[Both]),
            5 or 8 when left[First] == right[First] => _firstTerms.Bits(left[First]),
            6 or 7 => Math.Min(_firstTerms.Bits(left[First]), _firstTerms.Bits(right[First]))
                * Fuzzy,
            9 when left[Second] == right[Second] => _firstTerms.Bits(left[Second]),
            10 when left[First] == right[Second] => _firstTerms.Bits(left[First]),
            10 when left[Second] == right[First] => _firstTerms.Bits(right[First]),
            _ => 0,
        };

    public override double MostFrequencyBits(int level) =>
        level switch
        {
            1 => _bothTerms.Most,
            >= 5 and <= 10 => _firstTerms.Most,
            _ => 0,
        };

    public override double MostFrequencyBits(int level, ReadOnlySpan<int> row) =>
        level is >= 6 and <= 10
            ? Math.Max(0, Math.Max(_firstTerms.Bits(row[First]), _firstTerms.Bits(row[Second])))
            : FrequencyBits(level, row, row);

    /// <summary>Both records have as many surnames.</summary>
    private int Complete(Match first, ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left[Second] == 0)
        {
            return first switch
            {
                Match.Equal => 1,
                Match.Sound => 2,
                Match.Similar => 3,
                Match.Rather or Match.None => 0,
                _ => throw new InvalidOperationException("Bug in Faro: unknown match"),
            };
        }

        var second = Likelihood(Second, SecondKey, left, right);
        if (first >= Match.Similar && second >= Match.Similar)
        {
            return first >= Match.Sound && second >= Match.Sound ? 2 : 3;
        }

        if (left[FirstKey] == right[SecondKey] && left[SecondKey] == right[FirstKey])
        {
            return 4;
        }

        return first >= Match.Similar ? 8
            : second >= Match.Similar ? 9
            : 0;
    }

    private static bool IsCrossed(ReadOnlySpan<int> left, ReadOnlySpan<int> right) =>
        (right[SecondKey] != 0 && left[FirstKey] == right[SecondKey])
        || (left[SecondKey] != 0 && right[FirstKey] == left[SecondKey])
        || (left[First] == right[Given] && right[First] == left[Given]);

    private Match Likelihood(int name, int key, ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (a, b) = (left[name], right[name]);
        if (a == b)
        {
            return Match.Equal;
        }

        if (left[key] == right[key])
        {
            return Match.Sound;
        }

        var likeness = Likeness.JaroWinkler(Table.Lexicon, a, b, RatherSimilar);
        return likeness >= Similar ? Match.Similar
            : likeness >= RatherSimilar ? Match.Rather
            : Match.None;
    }

    private enum Match
    {
        None,
        Rather,
        Similar,
        Sound,
        Equal,
    }
}
