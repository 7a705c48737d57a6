// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>One aspect of a person, compared: which level of likeness do two records take? The first that fits.</summary>
/// <param name="name">Stable name, as the model writes it.</param>
/// <param name="table">All records.</param>
/// <param name="levels">Levels from most to least alike.</param>
internal abstract class Aspect(string name, RecordTable table, params Level[] levels)
{
    /// <summary>Number of the level of a pair of which a side is missing.</summary>
    public const int Missing = 0;

    public string Name { get; } = name;

    /// <summary>Level n of a pair is <c>Levels[n − 1]</c>.</summary>
    public IReadOnlyList<Level> Levels { get; } = levels;

    protected RecordTable Table { get; } = table;

    /// <summary>Frequencies of the values that level 1 says are equal, if it says so.</summary>
    public virtual TermFrequency? Equal => null;

    /// <summary>The level of two rows: 0 when a side is missing, else 1 to the number of levels.</summary>
    public abstract int Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right);

    /// <summary>What the rarity of the shared value adds, in bits; 0 for levels that assert no equality.</summary>
    /// <param name="level">Level that the rows take.</param>
    /// <param name="left">Codes of one row.</param>
    /// <param name="right">Codes of the other row.</param>
    public virtual double FrequencyBits(
        int level,
        ReadOnlySpan<int> left,
        ReadOnlySpan<int> right
    ) => 0;

    /// <summary>Most that rarity can add at a level, in bits.</summary>
    public virtual double MostFrequencyBits(int level) => 0;

    /// <summary>Most that rarity can add at a level for a row, whoever the other is, in bits.</summary>
    public virtual double MostFrequencyBits(int level, ReadOnlySpan<int> row) =>
        FrequencyBits(level, row, row);
}

/// <summary>One level of likeness.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Prior">Share of pairs of the same person expected here before anything is learnt; relative to the others.</param>
internal readonly record struct Level(string Code, double Prior);
