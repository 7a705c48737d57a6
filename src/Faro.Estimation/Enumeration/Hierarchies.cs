// SPDX-License-Identifier: Apache-2.0
using System.Numerics;

namespace Faro.Estimation.Enumeration;

/// <summary>All hierarchical models on a few lists: sets of terms of two and more lists that hold, with a term, all its
/// parts.</summary>
/// <remarks>A model is a set of bits over <see cref="Terms"/>. Terms stand by size, and pairs that share nobody first, so
/// that every model is reached from another by adding one later term and starts from its fit.</remarks>
internal sealed class Hierarchies
{
    private readonly ulong[] _needs;

    /// <param name="lists">2 to 6.</param>
    /// <param name="order">Most lists of one term.</param>
    /// <param name="empty">Whether the lists of a term share nobody.</param>
    public Hierarchies(int lists, int order, Func<int, bool> empty)
    {
        Terms =
        [
            .. Enumerable
                .Range(1, (1 << lists) - 1)
                .Where(term =>
                    BitOperations.PopCount((uint)term) is >= 2 and var size && size <= order
                )
                .OrderBy(term => BitOperations.PopCount((uint)term))
                .ThenByDescending(empty)
                .ThenBy(Reversed),
        ];
        _needs = [.. Terms.Select(Parts)];
    }

    /// <summary>Masks of lists.</summary>
    public int[] Terms { get; }

    /// <summary>Most lists of one term that the method looks at.</summary>
    public static int MostOrder(int lists) =>
        lists switch
        {
            <= 2 => 1,
            3 => 2,
            4 => 3,
            5 => 4,
            _ => 2,
        };

    /// <summary>Order looked at when the caller does not say.</summary>
    public static int UsualOrder(int lists) => lists == 5 ? 3 : MostOrder(lists);

    /// <summary>Whether the term may be added: all its parts are in.</summary>
    public bool MayAdd(ulong model, int place) => (model & _needs[place]) == _needs[place];

    /// <summary>Terms of a model as masks of lists.</summary>
    public IEnumerable<int> Of(ulong model) =>
        Terms.Where((_, place) => ((model >> place) & 1) == 1);

    /// <summary>Pairs in the order 12, 13, …, 23, …: by their first list, then by the next.</summary>
    private static ulong Reversed(int term)
    {
        ulong key = 0;
        for (var list = 0; list < 16; list++)
        {
            key |= ((term >> list) & 1) == 1 ? 0UL : 1UL << (15 - list);
        }

        return key;
    }

    private ulong Parts(int term)
    {
        ulong parts = 0;
        for (var list = 0; list < 16; list++)
        {
            var part = term & ~(1 << list);
            var place = part == term ? -1 : Array.IndexOf(Terms, part);
            parts |= place < 0 ? 0 : 1UL << place;
        }

        return parts;
    }
}
