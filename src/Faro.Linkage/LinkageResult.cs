// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Clusters;

namespace Faro.Linkage;

/// <summary>Who is the same person, and why.</summary>
public sealed class LinkageResult
{
    /// <summary>Most partitions that may be drawn.</summary>
    public const int MostDraws = 1000;

    private readonly Func<int, int, PairExplanation> _explain;
    private readonly Func<IReadOnlyList<string>, Sampling> _sampling;

    internal LinkageResult(
        int records,
        IReadOnlyList<Cluster> clusters,
        LinkageModel model,
        IReadOnlyList<LinkageWarning> warnings,
        Func<int, int, PairExplanation> explain,
        Func<IReadOnlyList<string>, Sampling> sampling
    )
    {
        (Records, Clusters, Model, Warnings) = (records, clusters, model, warnings);
        (_explain, _sampling) = (explain, sampling);
        PairsCompared = model.Rules.Sum(rule => rule.Pairs);
    }

    /// <summary>Records that were given.</summary>
    public int Records { get; }

    /// <summary>Every person, those on one record only included; ordered by their first record in the input.</summary>
    public IReadOnlyList<Cluster> Clusters { get; }

    /// <summary>Different pairs of records whose values were compared.</summary>
    public long PairsCompared { get; }

    /// <summary>The weights that were used.</summary>
    public LinkageModel Model { get; }

    /// <summary>What the reader ought to know before believing the result.</summary>
    public IReadOnlyList<LinkageWarning> Warnings { get; }

    /// <summary>Why two records are, or are not, thought to be one person.</summary>
    /// <param name="left">Place of a record in the input, from 0.</param>
    /// <param name="right">Place of another record in the input, from 0.</param>
    /// <returns>Bits of evidence per comparison; no values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not the place of a record.</exception>
    public PairExplanation Explain(int left, int right)
    {
        Throw.IfNotPlace(left, Records, nameof(left));
        Throw.IfNotPlace(right, Records, nameof(right));
        return _explain(left, right);
    }

    /// <summary>Which lists each person is on, counted per capture history.</summary>
    /// <param name="sources">Order of the lists (bit i of a history is list i), at most 31; when left out, all
    /// sources by name. Persons on none of the named lists are not counted.</param>
    /// <returns>Histories and their counts.</returns>
    /// <exception cref="ArgumentException">More than 31 lists, or a list named twice.</exception>
    public ListOverlap ListOverlap(IReadOnlyList<string>? sources = null) =>
        Faro.Linkage.ListOverlap.Count(Clusters, sources);

    /// <summary>The same counts for partitions drawn from what is doubtful: an estimate that takes them all carries the
    /// doubt of the linkage.</summary>
    /// <param name="draws">How many, 0 to <see cref="MostDraws"/>; draw n is the same whatever the number of draws.</param>
    /// <param name="sources">As for <see cref="ListOverlap(IReadOnlyList{string}?)"/>.</param>
    /// <returns>One table per draw.</returns>
    /// <exception cref="ArgumentException">More than 31 lists, or a list named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Too many draws.</exception>
    public IReadOnlyList<ListOverlap> DrawOverlaps(int draws, IReadOnlyList<string>? sources = null)
    {
        if (draws is < 0 or > MostDraws)
        {
            throw new ArgumentOutOfRangeException(
                nameof(draws),
                draws,
                $"Allowed: 0 to {MostDraws}."
            );
        }

        var point = ListOverlap(sources);
        if (draws == 0)
        {
            return [];
        }

        var sampling = _sampling(point.Sources);
        return
        [
            .. Enumerable
                .Range(1, draws)
                .Select(draw => new ListOverlap(point.Sources, sampling.Draw(draw))),
        ];
    }
}

/// <summary>One person as far as the lists tell.</summary>
/// <param name="Number">From 1, in the order of the clusters.</param>
/// <param name="Members">Records of this person, in the order of the input.</param>
/// <param name="Probability">That the weakest join inside is right; 1 for a person on one record.</param>
public sealed record Cluster(
    int Number,
    IReadOnlyList<ClusterMember> Members,
    Probability Probability
);

/// <summary>One record of a person.</summary>
/// <param name="Index">Place in the input, from 0.</param>
/// <param name="Source">List it comes from.</param>
/// <param name="Row">Row in that list.</param>
/// <param name="Id">The list's own number of the record; may be empty.</param>
/// <param name="Probability">That it is the same person as the other members; 1 when there are none.</param>
public sealed record ClusterMember(
    int Index,
    string Source,
    int Row,
    string Id,
    Probability Probability
);

/// <summary>Something the reader ought to know. Carries no words; the code has them where it is shown.</summary>
/// <param name="Code">Stable code, such as <c>linkage.few-columns</c>.</param>
/// <param name="Values">Numbers and names of rules for the words; never a person's value.</param>
public sealed record LinkageWarning(string Code, IReadOnlyList<object> Values);

/// <summary>The evidence for one pair.</summary>
/// <param name="Prior">Log-odds that any two records are the same person.</param>
/// <param name="Parts">One per comparison that could be made; a missing value adds nothing and has no part.</param>
/// <param name="Total">Sum of the prior and all parts.</param>
/// <param name="Probability">The total as a probability, by the model; not calibrated against known truth.</param>
public sealed record PairExplanation(
    Bits Prior,
    IReadOnlyList<ExplainedPart> Parts,
    Bits Total,
    Probability Probability
);

/// <summary>What one comparison adds.</summary>
/// <param name="Comparison">Name of the comparison, as in the model.</param>
/// <param name="Level">Code of the level, as in the model.</param>
/// <param name="Bits">What the level adds.</param>
/// <param name="FrequencyBits">What the rarity of the shared value adds, or its commonness takes; 0 where it does not count.</param>
public sealed record ExplainedPart(string Comparison, string Level, Bits Bits, Bits FrequencyBits);
