// SPDX-License-Identifier: Apache-2.0
using System.Numerics;

namespace Faro.Estimation.Models;

/// <summary>Whether a log-linear model has a maximum of the likelihood, and only one; decided in whole numbers.</summary>
/// <remarks>
/// Fienberg and Rinaldo, "Maximum likelihood estimation in log-linear models", Ann. Statist. 40 (2012) 996–1023: no
/// maximum exists when some direction leaves the mean of every cell with people as it is and lowers that of some
/// empty cell while raising none. Such directions lie in the null space of the cells with people; when that is {0}
/// (almost always, and cheap to see) the maximum exists and is the only one. Else let M hold one row per empty cell,
/// in a basis of the null space: the columns of M must be independent for the maximum to be the only one, and by
/// Stiemke's lemma it exists just when some strictly positive y has yM = 0.
/// </remarks>
internal static class Existence
{
    /// <summary>Checks one model on one pattern of empty cells.</summary>
    /// <param name="terms">Terms whose lists share somebody.</param>
    /// <param name="empty">Terms at minus infinity; cells that hold one do not count.</param>
    /// <param name="counts">One cell per history.</param>
    public static ModelStatus Check(List<int> terms, List<int> empty, double[] counts)
    {
        if (FullOverTwo(terms, counts))
        {
            return ModelStatus.Estimated;
        }

        return Check(terms.Count, Seen(terms, counts), () => Unseen(terms, empty, counts));
    }

    /// <summary>Checks a model of any columns.</summary>
    /// <param name="columns">Parameters.</param>
    /// <param name="seen">Rows of the cells with people.</param>
    /// <param name="unseen">Rows of the cells without; asked for only when they matter.</param>
    public static ModelStatus Check(
        int columns,
        IEnumerable<BigInteger[]> seen,
        Func<List<BigInteger[]>> unseen
    )
    {
        var known = Span(columns, seen);
        if (known.Rank == columns)
        {
            return ModelStatus.Estimated;
        }

        var basis = known.NullSpace();
        var rows = Directions(unseen(), basis);
        if (!PositiveCombination.Exists(rows, basis.Count))
        {
            return ModelStatus.DoesNotExist;
        }

        return Span(basis.Count, rows).Rank == basis.Count
            ? ModelStatus.Estimated
            : ModelStatus.NotIdentifiable;
    }

    /// <summary>Whether the people unseen can be estimated all the same, on the cells whose means stay above zero at the
    /// supremum of the likelihood (the facial set): whether the row of the unseen, 1 for the constant and 0 elsewhere,
    /// lies in the span of their rows.</summary>
    /// <remarks>An empty cell belongs to the facial set when some y ≥ 0 with yM = 0 is positive there.</remarks>
    public static bool HiddenEstimable(List<int> terms, List<int> empty, double[] counts)
    {
        var seen = Seen(terms, counts).ToList();
        var unseen = Unseen(terms, empty, counts);
        var basis = Span(terms.Count, seen).NullSpace();
        var directions = Directions(unseen, basis);
        foreach (var row in unseen)
        {
            var direction = Direction(row, basis);
            if (
                Array.TrueForAll(direction, v => v.IsZero)
                || PositiveCombination.Exists(directions, basis.Count, direction)
            )
            {
                seen.Add([.. row]);
            }
        }

        var face = Span(terms.Count, seen);
        var before = face.Rank;
        BigInteger[] hidden =
        [
            BigInteger.One,
            .. Enumerable.Repeat(BigInteger.Zero, terms.Count - 1),
        ];
        face.Add(hidden);
        return face.Rank == before;
    }

    private static IEnumerable<BigInteger[]> Seen(List<int> terms, double[] counts) =>
        Enumerable
            .Range(1, counts.Length - 1)
            .Where(cell => counts[cell] > 0)
            .Select(cell => Row(terms, cell));

    private static List<BigInteger[]> Unseen(List<int> terms, List<int> empty, double[] counts) =>
        [
            .. Enumerable
                .Range(1, counts.Length - 1)
                .Where(cell => counts[cell] == 0 && !empty.Exists(term => (cell & term) == term))
                .Select(cell => Row(terms, cell)),
        ];

    /// <summary>Elimination of copies: rows given are not changed.</summary>
    private static WholeRows Span(int columns, IEnumerable<BigInteger[]> rows)
    {
        var span = new WholeRows(columns);
        foreach (var row in rows)
        {
            if (span.Rank == columns)
            {
                break;
            }

            span.Add([.. row]);
        }

        return span;
    }

    /// <summary>Full rank in arithmetic modulo 2, which proves full rank in whole numbers but is not needed for it.</summary>
    private static bool FullOverTwo(List<int> terms, double[] counts)
    {
        if (terms.Count > 64)
        {
            return false;
        }

        Span<ulong> pivots = stackalloc ulong[64];
        pivots.Clear();
        var rank = 0;
        for (var cell = 1; cell < counts.Length && rank < terms.Count; cell++)
        {
            if (counts[cell] == 0)
            {
                continue;
            }

            ulong row = 0;
            for (var i = 0; i < terms.Count; i++)
            {
                row |= (cell & terms[i]) == terms[i] ? 1UL << i : 0;
            }

            rank += Reduce(row, pivots);
        }

        return rank == terms.Count;
    }

    /// <summary>Full rank in arithmetic modulo a prime near 2³¹: the same proof, for columns that are not 0 and 1.</summary>
    /// <param name="columns">Parameters, at most 64.</param>
    /// <param name="cells">Number of rows.</param>
    /// <param name="fill">Writes one row of whole numbers.</param>
    public static bool FullOverPrime(int columns, int cells, Action<int, long[]> fill)
    {
        const long Prime = int.MaxValue;
        var pivots = new long[columns][];
        var row = new long[columns];
        var rank = 0;
        for (var cell = 0; cell < cells && rank < columns; cell++)
        {
            fill(cell, row);
            var lead = -1;
            for (var i = 0; i < columns; i++)
            {
                row[i] %= Prime;
                if (row[i] == 0)
                {
                    continue;
                }

                if (pivots[i] is not { } pivot)
                {
                    lead = i;
                    break;
                }

                var factor = row[i];
                for (var j = i; j < columns; j++)
                {
                    row[j] = ((row[j] % Prime) - (factor * pivot[j] % Prime)) % Prime;
                }
            }

            if (lead >= 0)
            {
                pivots[lead] = Scaled(row, lead, Prime);
                rank++;
            }
        }

        return rank == columns;
    }

    /// <summary>The row divided by its leading entry.</summary>
    private static long[] Scaled(long[] row, int lead, long prime)
    {
        var inverse = (long)BigInteger.ModPow((row[lead] + prime) % prime, prime - 2, prime);
        var scaled = new long[row.Length];
        for (var j = lead; j < row.Length; j++)
        {
            scaled[j] = row[j] % prime * inverse % prime;
        }

        return scaled;
    }

    private static int Reduce(ulong row, Span<ulong> pivots)
    {
        while (row != 0)
        {
            var lead = BitOperations.TrailingZeroCount(row);
            if (pivots[lead] == 0)
            {
                pivots[lead] = row;
                return 1;
            }

            row ^= pivots[lead];
        }

        return 0;
    }

    private static BigInteger[] Row(List<int> terms, int cell) =>
        [.. terms.Select(t => (cell & t) == t ? BigInteger.One : BigInteger.Zero)];

    /// <summary>Distinct non-zero rows of M.</summary>
    private static List<BigInteger[]> Directions(
        List<BigInteger[]> unseen,
        List<BigInteger[]> basis
    )
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<BigInteger[]>();
        foreach (var cell in unseen)
        {
            var row = Direction(cell, basis);
            WholeRows.Simplify(row);
            if (
                Array.Exists(row, v => !v.IsZero)
                && distinct.Add(string.Join(',', row.Select(v => v.ToString("X", null))))
            )
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static BigInteger[] Direction(BigInteger[] cell, List<BigInteger[]> basis)
    {
        var row = new BigInteger[basis.Count];
        for (var column = 0; column < row.Length; column++)
        {
            for (var i = 0; i < cell.Length; i++)
            {
                row[column] += cell[i].IsZero ? BigInteger.Zero : cell[i] * basis[column][i];
            }
        }

        return row;
    }
}
