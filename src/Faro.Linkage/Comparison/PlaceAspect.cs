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
    private readonly int[] _locality = table[Field.Locality];
    private readonly int[] _municipality = table[Field.Municipality];
    private readonly int[] _region = table[Field.Region];
    private readonly int[] _country = table[Field.Country];
    private readonly TermFrequency _localityTerms = new(table[Field.Locality]);
    private readonly TermFrequency _municipalityTerms = new(table[Field.Municipality]);
    private readonly TermFrequency _regionTerms = new(table[Field.Region]);

    public override int Of(int left, int right)
    {
        var isKnown = false;
        if (Both(_locality, left, right, ref isKnown))
        {
            return 1;
        }

        if (Both(_municipality, left, right, ref isKnown))
        {
            return 2;
        }

        if (_locality[left] != 0 && _locality[right] != 0 && IsSimilar(left, right))
        {
            return 3;
        }

        return Both(_region, left, right, ref isKnown) ? 4
            : Both(_country, left, right, ref isKnown) ? 5
            : isKnown ? 6
            : Missing;
    }

    public override double FrequencyBits(int level, int left, int right) =>
        level switch
        {
            1 => _localityTerms.Bits(_locality[left]),
            2 => _municipalityTerms.Bits(_municipality[left]),
            4 => _regionTerms.Bits(_region[left]),
            _ => 0,
        };

    private static bool Both(int[] codes, int left, int right, ref bool isKnown)
    {
        isKnown |= codes[left] != 0 && codes[right] != 0;
        return codes[left] != 0 && codes[left] == codes[right];
    }

    private bool IsSimilar(int left, int right) =>
        Likeness.JaroWinkler(Table.Text(Field.Locality, left), Table.Text(Field.Locality, right))
        >= .9;
}
