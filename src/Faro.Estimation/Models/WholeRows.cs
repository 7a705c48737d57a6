// SPDX-License-Identifier: Apache-2.0
using System.Numerics;

namespace Faro.Estimation.Models;

/// <summary>Gauss-Jordan elimination in whole numbers: rank and null space without rounding.</summary>
internal sealed class WholeRows(int columns)
{
    private readonly List<(int Pivot, BigInteger[] Row)> _rows = [];

    /// <summary>Independent rows so far.</summary>
    public int Rank => _rows.Count;

    /// <summary>Takes a row, which is changed.</summary>
    public void Add(BigInteger[] row)
    {
        foreach (var (pivot, known) in _rows)
        {
            Clear(row, known, pivot);
        }

        var lead = Array.FindIndex(row, v => !v.IsZero);
        if (lead < 0)
        {
            return;
        }

        foreach (var (_, known) in _rows)
        {
            Clear(known, row, lead);
        }

        _rows.Add((lead, row));
    }

    /// <summary>A basis of the vectors that every row is orthogonal to.</summary>
    public List<BigInteger[]> NullSpace()
    {
        var basis = new List<BigInteger[]>();
        foreach (var free in Enumerable.Range(0, columns).Except(_rows.Select(r => r.Pivot)))
        {
            var scale = _rows.Aggregate(BigInteger.One, (s, r) => Multiple(s, r.Row[r.Pivot]));
            var vector = new BigInteger[columns];
            vector[free] = scale;
            foreach (var (pivot, row) in _rows)
            {
                vector[pivot] = -row[free] * (scale / row[pivot]);
            }

            Simplify(vector);
            basis.Add(vector);
        }

        return basis;
    }

    /// <summary>Divides by the greatest common divisor.</summary>
    public static void Simplify(BigInteger[] row)
    {
        var divisor = row.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        if (divisor > BigInteger.One)
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] /= divisor;
            }
        }
    }

    private static BigInteger Multiple(BigInteger a, BigInteger b) =>
        BigInteger.Abs(a * b) / BigInteger.GreatestCommonDivisor(a, b);

    private static void Clear(BigInteger[] row, BigInteger[] by, int pivot)
    {
        var factor = row[pivot];
        if (factor.IsZero)
        {
            return;
        }

        for (var i = 0; i < row.Length; i++)
        {
            row[i] = (row[i] * by[pivot]) - (factor * by[i]);
        }

        Simplify(row);
    }
}
