// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>Places from the smallest to the country, as one aspect: a municipality already says its state.</summary>
internal sealed class PlaceAspect(RecordTable table)
    : Aspect(
        "place",
        table,
        new("locality", .55),
        new("municipality", .15),
        new("locality-similar", .08),
        new("region", .12),
        new("country", .06),
        new("different", .04)
    )
{
    private const int Locality = (int)Field.Locality;
    private const int Municipality = (int)Field.Municipality;
    private const int Region = (int)Field.Region;
    private const int Country = (int)Field.Country;

    private readonly TermFrequency _localityTerms = new(table.Column(Field.Locality));
    private readonly TermFrequency _municipalityTerms = new(table.Column(Field.Municipality));
    private readonly TermFrequency _regionTerms = new(table.Column(Field.Region));

    public override int Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var isKnown = false;
        if (Both(Locality, left, right, ref isKnown))
        {
            return 1;
        }

        if (Both(Municipality, left, right, ref isKnown))
        {
            return 2;
        }

        if (
            left[Locality] != 0
            && right[Locality] != 0
            && Likeness.JaroWinkler(Table.Lexicon, left[Locality], right[Locality], Similar)
                >= Similar
        )
        {
            return 3;
        }

        return Both(Region, left, right, ref isKnown) ? 4
            : Both(Country, left, right, ref isKnown) ? 5
            : isKnown ? 6
            : Missing;
    }

    public override double FrequencyBits(
        int level,
        ReadOnlySpan<int> left,
        ReadOnlySpan<int> right
    ) =>
        level switch
        {
            1 => _localityTerms.Bits(left[Locality]),
            2 => _municipalityTerms.Bits(left[Municipality]),
            4 => _regionTerms.Bits(left[Region]),
            _ => 0,
        };

    public override double MostFrequencyBits(int level) =>
        level switch
        {
            1 => _localityTerms.Most,
            2 => _municipalityTerms.Most,
            4 => _regionTerms.Most,
            _ => 0,
        };

    private static bool Both(
        int place,
        ReadOnlySpan<int> left,
        ReadOnlySpan<int> right,
        ref bool isKnown
    )
    {
        isKnown |= left[place] != 0 && right[place] != 0;
        return left[place] != 0 && left[place] == right[place];
    }

    private const double Similar = .9;
}
