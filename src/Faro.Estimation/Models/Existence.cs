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

        var seen = new WholeRows(terms.Count);
        for (var cell = 1; cell < counts.Length && seen.Rank < terms.Count; cell++)
        {
            if (counts[cell] > 0)
            {
                seen.Add(Row(terms, cell));
            }
        }

        if (seen.Rank == terms.Count)
        {
            return ModelStatus.Estimated;
        }

        var rows = EmptyCellRows(terms, empty, counts, seen.NullSpace());
        if (!PositiveCombination.Exists(rows, terms.Count - seen.Rank))
        {
            return ModelStatus.DoesNotExist;
        }

        var independent = new WholeRows(terms.Count - seen.Rank);
        foreach (var row in rows)
        {
            independent.Add([.. row]);
        }

        return independent.Rank == terms.Count - seen.Rank
            ? ModelStatus.Estimated
            : ModelStatus.NotIdentifiable;
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

    private static List<BigInteger[]> EmptyCellRows(
        List<int> terms,
        List<int> empty,
        double[] counts,
        List<BigInteger[]> basis
    )
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<BigInteger[]>();
        for (var cell = 1; cell < counts.Length; cell++)
        {
            if (counts[cell] > 0 || empty.Exists(term => (cell & term) == term))
            {
                continue;
            }

            var row = new BigInteger[basis.Count];
            for (var column = 0; column < row.Length; column++)
            {
                for (var i = 0; i < terms.Count; i++)
                {
                    row[column] += (cell & terms[i]) == terms[i] ? basis[column][i] : 0;
                }
            }

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
}
