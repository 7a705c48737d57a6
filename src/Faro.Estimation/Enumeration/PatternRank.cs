// SPDX-License-Identifier: Apache-2.0
using System.Numerics;

namespace Faro.Estimation.Enumeration;

/// <summary>A quick proof that a model has one finite maximum: that its cells with people have full rank.</summary>
/// <remarks>Full rank in arithmetic modulo 2 proves full rank in whole numbers; the reverse is not true, and who gets no
/// proof here asks the exact test.</remarks>
internal sealed class PatternRank
{
    private readonly int _first;
    private readonly ulong[] _rows;
    private readonly ulong[] _seen;
    private int _count;

    /// <param name="lists">Number of lists.</param>
    /// <param name="terms">Terms of two and more lists; bits of a model.</param>
    public PatternRank(int lists, int[] terms)
    {
        _first = 1 + lists;
        _rows = new ulong[1 << lists];
        _seen = new ulong[_rows.Length];
        for (var cell = 0; cell < _rows.Length; cell++)
        {
            var row = 1UL | ((ulong)cell << 1);
            for (var place = 0; place < terms.Length; place++)
            {
                row |= (cell & terms[place]) == terms[place] ? 1UL << (_first + place) : 0;
            }

            _rows[cell] = row;
        }
    }

    /// <summary>Takes the pattern of cells with people.</summary>
    public void Load(Func<int, bool> somebody)
    {
        _count = 0;
        for (var cell = 1; cell < _rows.Length; cell++)
        {
            if (somebody(cell))
            {
                _seen[_count++] = _rows[cell];
            }
        }
    }

    /// <summary>Whether the model, of the terms whose lists share somebody, has full rank modulo 2.</summary>
    public bool Full(ulong overlapping)
    {
        var columns = ((overlapping << _first) | ((1UL << _first) - 1));
        var needed = BitOperations.PopCount(columns);
        if (_count < needed)
        {
            return false;
        }

        Span<ulong> pivots = stackalloc ulong[64];
        pivots.Clear();
        var rank = 0;
        foreach (var seen in _seen.AsSpan(0, _count))
        {
            var row = seen & columns;
            while (row != 0)
            {
                var lead = BitOperations.TrailingZeroCount(row);
                if (pivots[lead] == 0)
                {
                    pivots[lead] = row;
                    rank++;
                    break;
                }

                row ^= pivots[lead];
            }

            if (rank == needed)
            {
                return true;
            }
        }

        return false;
    }
}
