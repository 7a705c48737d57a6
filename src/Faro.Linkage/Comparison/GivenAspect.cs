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
    private readonly int[] _all = table[Field.Given];
    private readonly int[] _first = table[Field.Given1];
    private readonly int[] _second = table[Field.Given2];
    private readonly int[] _key = table[Field.GivenKey1];
    private readonly int[] _surname = table[Field.Surname1];
    private readonly TermFrequency _allTerms = new(table[Field.Given]);
    private readonly TermFrequency _firstTerms = new(table[Field.Given1]);

    public override TermFrequency Equal => _allTerms;

    public override int Of(int left, int right)
    {
        var (a, b) = (_first[left], _first[right]);
        if (a == 0 || b == 0)
        {
            return Missing;
        }

        if (a == b)
        {
            return _all[left] == _all[right] ? 1
                : _second[left] == 0 || _second[right] == 0 ? 2
                : 3;
        }

        return Differing(left, right, Table.Lexicon[a], Table.Lexicon[b]);
    }

    public override double FrequencyBits(int level, int left, int right) =>
        level switch
        {
            1 => _allTerms.Bits(_all[left]),
            2 or 3 => _firstTerms.Bits(_first[left]),
            _ => 0,
        };

    /// <summary>The level of two records whose first given names differ.</summary>
    private int Differing(int left, int right, string one, string other)
    {
        if (GivenNames.AreFamiliar(one, other))
        {
            return 4;
        }

        if (_key[left] == _key[right])
        {
            return 5;
        }

        if (IsCrossed(left, right))
        {
            return 6;
        }

        if (one[0] == other[0] && (one.Length == 1 || other.Length == 1))
        {
            return 7;
        }

        var likeness = Likeness.JaroWinkler(one, other);
        return likeness >= .90 ? 8
            : likeness >= .80 ? 9
            : 10;
    }

    private bool IsCrossed(int left, int right) =>
        _first[left] == _second[right]
        || _first[right] == _second[left]
        || (_first[left] == _surname[right] && _first[right] == _surname[left]);
}
