// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Estimates;
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Sampling;

namespace Faro.Disclosure;

/// <summary>What may leave the house: counts with their intervals, and invented records that resemble the real ones. It holds no true count.</summary>
public sealed class RecordRelease
{
    private readonly Measurement _measured;
    private readonly List<Combination> _published;
    private readonly SyntheticRecords _records;

    internal RecordRelease(
        ReleaseOptions options,
        Measurement measured,
        int kinds,
        List<Combination> published,
        SyntheticRecords records
    )
    {
        (Options, _measured, Kinds) = (options, measured, kinds);
        (_published, _records) = (published, records);
    }

    /// <summary>What was asked for.</summary>
    public ReleaseOptions Options { get; }

    /// <summary>The columns and values published; smaller than what was given when rare values had to be left out.</summary>
    public RecordDomain Domain => _measured.Domain;

    /// <summary>About how many persons there are; noisy, 95 % interval.</summary>
    public PublishedCount Persons
    {
        get
        {
            var reach = (long)Math.Ceiling(1.96 * _measured.PersonsVariance.Deviation);
            return new(
                [],
                _measured.Persons,
                Math.Max(0, _measured.Persons - reach),
                _measured.Persons + reach
            );
        }
    }

    /// <summary>The cap on attributes per person that was used.</summary>
    public int Cap => _measured.Cap;

    /// <summary>Kinds of records in the model.</summary>
    public int Kinds { get; }

    /// <summary>What was spent, in ρ of zero-concentrated privacy; never more than the level allows.</summary>
    public double SpentRho => _measured.Spent;

    /// <summary>Standard deviation of the noise by length of combination, in persons; 0 where nothing was measured.</summary>
    public IReadOnlyList<double> NoiseDeviations =>
        [
            _measured.SinglesVariance.Deviation,
            _measured.PairsVariance?.Deviation ?? 0,
            _measured.TriplesVariance?.Deviation ?? 0,
        ];

    /// <summary>How many counts are published.</summary>
    public int CountCount => _published.Count;

    /// <summary>How many of them are of one attribute, of two, and so on.</summary>
    public IReadOnlyList<int> CountsByLength =>
        [
            .. Enumerable
                .Range(1, Options.Length)
                .Select(length => _published.Count(each => each.Length == length)),
        ];

    /// <summary>How many records there are.</summary>
    public int RecordCount => _records.Count;

    /// <summary>Counts worth publishing, shorter combinations first.</summary>
    public IEnumerable<PublishedCount> Counts =>
        _published.Select(each =>
        {
            var reach = 1.96 * each.Error;
            return new PublishedCount(
                [
                    .. Enumerable
                        .Range(0, each.Length)
                        .Select(place =>
                            (
                                Domain.Columns[Domain.ColumnOf(each[place])].Name,
                                Domain.ValueOf(each[place])
                            )
                        ),
                ],
                Math.Max(1, (long)Math.Round(each.Count)),
                Math.Max(0, (long)Math.Floor(each.Count - reach)),
                (long)Math.Ceiling(each.Count + reach)
            );
        });

    /// <summary>One cell of an invented record.</summary>
    /// <param name="record">From 0.</param>
    /// <param name="column">Its place in the domain.</param>
    /// <returns>The value; empty when there is none.</returns>
    public string Value(int record, int column)
    {
        var attribute = _records.Columns[column][record];
        return attribute == SyntheticRecords.Nothing ? "" : Domain.ValueOf(attribute);
    }

    internal IReadOnlyList<Combination> Published => _published;

    internal SyntheticRecords Records => _records;
}
