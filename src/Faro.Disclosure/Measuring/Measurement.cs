// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Noise;

namespace Faro.Disclosure.Measuring;

/// <summary>Everything that was ever learned from the records: noisy counts. Whatever follows uses nothing else.</summary>
internal sealed record Measurement
{
    public required RecordDomain Domain { get; init; }

    public required long Persons { get; init; }

    public required Variance PersonsVariance { get; init; }

    public required int Cap { get; init; }

    public required Variance SinglesVariance { get; init; }

    /// <summary>By attribute.</summary>
    public required long[] Singles { get; init; }

    /// <summary>Null when no pairs were measured.</summary>
    public Variance? PairsVariance { get; init; }

    /// <summary>By lower attribute times the number of attributes plus higher attribute; of two columns only.</summary>
    public int[] Pairs { get; init; } = [];

    /// <summary>Null when no triples were measured.</summary>
    public Variance? TriplesVariance { get; init; }

    public TripleList Triples { get; init; } = new();

    /// <summary>In the order of the triples.</summary>
    public int[] TripleCounts { get; init; } = [];

    /// <summary>ρ of all of it.</summary>
    public required double Spent { get; init; }

    /// <summary>The same as before triples were measured.</summary>
    public Measurement WithoutTriples() =>
        this with
        {
            TriplesVariance = null,
            Triples = new(),
            TripleCounts = [],
        };
}
