// SPDX-License-Identifier: Apache-2.0
using System.Numerics;

namespace Faro.Estimation.Models;

/// <summary>Whether rows of whole numbers add up to zero with strictly positive weights.</summary>
/// <remarks>The first phase of the simplex method with Bland's rule (Math. Oper. Res. 2 (1977) 103–107), which ends,
/// on a tableau of whole numbers with one common denominator (Edmonds), which does not round: one constraint per
/// column, so it stays small however many cells a table has.</remarks>
internal static class PositiveCombination
{
    /// <summary>True also when there are no rows.</summary>
    /// <param name="rows">Non-zero rows.</param>
    /// <param name="columns">Length of each row.</param>
    public static bool Exists(List<BigInteger[]> rows, int columns)
    {
        // Weights 1 + y with y ≥ 0: for each column the sum of row × y is −(sum of rows).
        var sum = new BigInteger[columns];
        foreach (var row in rows)
        {
            for (var i = 0; i < columns; i++)
            {
                sum[i] += row[i];
            }
        }

        return Exists(rows, columns, sum);
    }

    /// <summary>Whether some weights ≥ 0 of the rows add up to minus a given row.</summary>
    /// <param name="rows">Non-zero rows.</param>
    /// <param name="columns">Length of each row.</param>
    /// <param name="given">The row to be made up for.</param>
    public static bool Exists(List<BigInteger[]> rows, int columns, BigInteger[] given)
    {
        if (rows.Count == 0)
        {
            return Array.TrueForAll(given, v => v.IsZero);
        }

        var tableau = new BigInteger[columns + 1][];
        var last = rows.Count;
        tableau[columns] = new BigInteger[last + 1];
        for (var column = 0; column < columns; column++)
        {
            var line = new BigInteger[last + 1];
            for (var i = 0; i < last; i++)
            {
                line[i] = rows[i][column];
            }

            // The right side is made ≥ 0 by the sign of its line.
            line[last] = -given[column];
            if (line[last].Sign < 0)
            {
                line = [.. line.Select(v => -v)];
            }

            tableau[column] = line;
            for (var i = 0; i <= last; i++)
            {
                tableau[columns][i] += line[i];
            }
        }

        return Solve(tableau, columns, last);
    }

    /// <summary>Drives the sum of the artificial variables (last line) to zero, if it can be.</summary>
    private static bool Solve(BigInteger[][] tableau, int lines, int last)
    {
        var basis = Enumerable.Range(last, lines).ToArray();
        var denominator = BigInteger.One;
        while (tableau[lines][last].Sign > 0)
        {
            var enter = Array.FindIndex(tableau[lines], 0, last, v => v.Sign > 0);
            var leave = enter < 0 ? -1 : Leaving(tableau, lines, last, enter, basis);
            if (leave < 0)
            {
                return false;
            }

            Pivot(tableau, leave, enter, ref denominator);
            basis[leave] = enter;
        }

        return true;
    }

    private static int Leaving(BigInteger[][] tableau, int lines, int last, int enter, int[] basis)
    {
        var leave = -1;
        for (var line = 0; line < lines; line++)
        {
            if (tableau[line][enter].Sign <= 0)
            {
                continue;
            }

            if (leave < 0)
            {
                leave = line;
                continue;
            }

            var order = (tableau[line][last] * tableau[leave][enter]).CompareTo(
                tableau[leave][last] * tableau[line][enter]
            );
            if (order < 0 || (order == 0 && basis[line] < basis[leave]))
            {
                leave = line;
            }
        }

        return leave;
    }

    private static void Pivot(
        BigInteger[][] tableau,
        int leave,
        int enter,
        ref BigInteger denominator
    )
    {
        var by = tableau[leave];
        var pivot = by[enter];
        foreach (var line in tableau)
        {
            if (ReferenceEquals(line, by))
            {
                continue;
            }

            var factor = line[enter];
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = ((line[i] * pivot) - (factor * by[i])) / denominator;
            }
        }

        denominator = pivot;
    }
}
