// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Suppression;

namespace Faro.Disclosure;

/// <summary>What somebody outside can work out from published pages alone, whoever made them.</summary>
public static class Attack
{
    private const double Tiny = 1e-6;

    /// <summary>Bounds on every hidden count, from all editions together.</summary>
    /// <param name="editions">The same page as it came out, oldest first; at least one.</param>
    /// <param name="isCumulative">Whether counts only ever grow, so that an edition bounds the next.</param>
    /// <param name="cancel">Stops between two hidden counts.</param>
    /// <returns>By edition, then by hidden cell or sum in the order of the page: the least and most whole numbers that agree
    /// with everything shown.</returns>
    /// <exception cref="ArgumentException">No edition, editions of different dimensions, or counts that contradict each other.</exception>
    /// <remarks>Linear programming over the cells, sums and editions, which may leave more doubt than whole numbers do, never
    /// less than what an attacker with this method has. Cost: two linear programmes for each hidden count.</remarks>
    public static IReadOnlyList<IReadOnlyList<Deduction>> Linear(
        IReadOnlyList<PublishedPage> editions,
        bool isCumulative,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(editions);
        if (
            editions.Count == 0
            || editions.Any(page =>
                !page.Dimensions.SequenceEqual(editions[0].Dimensions, StringComparer.Ordinal)
            )
        )
            throw new ArgumentException(
                "Editions of one page: at least one, all of the same dimensions.",
                nameof(editions)
            );
        var system = new PageSystem(editions, isCumulative);
        if (
            new Simplex(system.Equations, [.. system.Least], [.. system.Most]).Cheapest(
                new double[system.Count]
            )
            is null
        )
            throw new ArgumentException(
                "The counts shown contradict each other.",
                nameof(editions)
            );
        var results = new List<IReadOnlyList<Deduction>>();
        for (var edition = 0; edition < editions.Count; edition++)
        {
            var found = new List<Deduction>();
            foreach (var (codes, unknown) in system.Hidden(edition))
            {
                cancel.ThrowIfCancellationRequested();
                found.Add(
                    new(
                        codes,
                        (long)Math.Ceiling(Extreme(system, unknown, 1)!.Value - Tiny),
                        Extreme(system, unknown, -1) is { } most
                            ? (long)Math.Floor(most + Tiny)
                            : null
                    )
                );
            }
            results.Add(found);
        }
        return results;
    }

    /// <summary>Guesses who came between two editions: in each dimension, the code whose sum rose most.</summary>
    /// <param name="before">The earlier edition.</param>
    /// <param name="after">The later one.</param>
    /// <returns>One per dimension in which exactly one code rose most; none where nothing rose.</returns>
    /// <exception cref="ArgumentException">Different dimensions.</exception>
    public static IReadOnlyList<Rise> Newcomers(PublishedPage before, PublishedPage after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (!before.Dimensions.SequenceEqual(after.Dimensions, StringComparer.Ordinal))
            throw new ArgumentException("The editions have different dimensions.", nameof(after));
        var rises = new List<Rise>();
        for (var place = 0; place < before.Dimensions.Count; place++)
        {
            var old = Sums(before, place);
            var most = Sums(after, place)
                .Where(sum => sum.Value is not null && old.GetValueOrDefault(sum.Key) is not null)
                .Select(sum => (Code: sum.Key, By: sum.Value!.Value - old[sum.Key]!.Value))
                .Where(rise => rise.By > 0)
                .OrderByDescending(rise => rise.By)
                .Take(2)
                .ToList();
            if (most.Count == 1 || (most.Count == 2 && most[0].By > most[1].By))
                rises.Add(new(before.Dimensions[place], most[0].Code, most[0].By));
        }
        return rises;
    }

    private static Dictionary<string, long?> Sums(PublishedPage page, int place) =>
        page
            .Cells.Where(cell =>
                cell.Codes[place] != Dimension.TotalCode
                && cell.Codes.Where((_, i) => i != place).All(code => code == Dimension.TotalCode)
            )
            .ToDictionary(cell => cell.Codes[place], cell => cell.Count, StringComparer.Ordinal);

    private static double? Extreme(PageSystem system, int unknown, double price)
    {
        var prices = new double[system.Count];
        prices[unknown] = price;
        var simplex = new Simplex(system.Equations, [.. system.Least], [.. system.Most]);
        var solution =
            simplex.Cheapest(prices)
            ?? throw new InvalidOperationException("Bug in Faro: a page lost its solution.");
        return simplex.IsEndless ? null : solution[unknown];
    }
}

/// <summary>A code whose sum rose more than any other of its dimension.</summary>
/// <param name="Dimension">Its name.</param>
/// <param name="Code">What somebody would guess of whoever came.</param>
/// <param name="By">Persons more, ≥ 1.</param>
public sealed record Rise(string Dimension, string Code, long By);
