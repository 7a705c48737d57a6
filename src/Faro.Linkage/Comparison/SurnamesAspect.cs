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
    private const double Similar = .88;
    private const double RatherSimilar = .80;

    private readonly int[] _both = table[Field.Surnames];
    private readonly int[] _first = table[Field.Surname1];
    private readonly int[] _second = table[Field.Surname2];
    private readonly int[] _firstKey = table[Field.SurnameKey1];
    private readonly int[] _secondKey = table[Field.SurnameKey2];
    private readonly int[] _given = table[Field.Given1];
    private readonly TermFrequency _bothTerms = new(table[Field.Surnames]);
    private readonly TermFrequency _firstTerms = new(table[Field.Surname1]);

    public override TermFrequency Equal => _bothTerms;

    public override int Of(int left, int right)
    {
        if (_both[left] == 0 || _both[right] == 0)
        {
            return Missing;
        }

        if (_both[left] == _both[right])
        {
            return 1;
        }

        var first = Likelihood(_first, _firstKey, left, right);
        var hasSeconds = _second[left] != 0 && _second[right] != 0;
        var level =
            hasSeconds || _second[left] == _second[right]
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

    public override double FrequencyBits(int level, int left, int right) =>
        level switch
        {
            1 => _bothTerms.Bits(_both[left]),
            5 or 8 when _first[left] == _first[right] => _firstTerms.Bits(_first[left]),
            _ => 0,
        };

    /// <summary>Both records have as many surnames.</summary>
    private int Complete(Match first, int left, int right)
    {
        if (_second[left] == 0)
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

        var second = Likelihood(_second, _secondKey, left, right);
        if (first >= Match.Similar && second >= Match.Similar)
        {
            return first >= Match.Sound && second >= Match.Sound ? 2 : 3;
        }

        if (_firstKey[left] == _secondKey[right] && _secondKey[left] == _firstKey[right])
        {
            return 4;
        }

        return first >= Match.Similar ? 8
            : second >= Match.Similar ? 9
            : 0;
    }

    private bool IsCrossed(int left, int right) =>
        (_secondKey[right] != 0 && _firstKey[left] == _secondKey[right])
        || (_secondKey[left] != 0 && _firstKey[right] == _secondKey[left])
        || (_first[left] == _given[right] && _first[right] == _given[left]);

    private Match Likelihood(int[] names, int[] keys, int left, int right)
    {
        var (a, b) = (names[left], names[right]);
        if (a == b)
        {
            return Match.Equal;
        }

        if (keys[left] == keys[right])
        {
            return Match.Sound;
        }

        var likeness = Likeness.JaroWinkler(Table.Lexicon[a], Table.Lexicon[b]);
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
