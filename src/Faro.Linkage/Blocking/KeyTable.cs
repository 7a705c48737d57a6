// SPDX-License-Identifier: Apache-2.0
using System.Runtime.Intrinsics;

namespace Faro.Linkage.Blocking;

/// <summary>The keys of every record side by side, so that one pair's agreements are one mask.</summary>
internal sealed class KeyTable
{
    /// <summary>Most slots; the mask of a pair must fit into 32 bits.</summary>
    public const int MostSlots = 32;

    private readonly int[] _keys;
    private readonly int _stride;

    /// <summary>Lays columns side by side.</summary>
    /// <param name="rows">Number of records.</param>
    /// <param name="columns">One per slot, at most 32; 0 is missing.</param>
    public KeyTable(int rows, IReadOnlyList<int[]> columns)
    {
        var lanes = Vector256<int>.Count;
        _stride = Math.Max(1, (columns.Count + lanes - 1) / lanes) * lanes;
        _keys = new int[rows * _stride];
        Count = rows;
        for (var row = 0; row < rows; row++)
        {
            var keys = _keys.AsSpan(row * _stride, _stride);
            // What is missing equals nothing, so it gets a number of its own.
            keys.Fill(-1 - row);
            for (var slot = 0; slot < columns.Count; slot++)
            {
                keys[slot] = columns[slot][row] == 0 ? -1 - row : columns[slot][row];
            }
        }
    }

    public int Count { get; }

    public ReadOnlySpan<int> this[int row] => _keys.AsSpan(row * _stride, _stride);

    /// <summary>Lays the keys of some rows one behind the other.</summary>
    public void Gather(ReadOnlySpan<int> rows, ref int[] into)
    {
        if (into.Length < rows.Length * _stride)
        {
            into = new int[rows.Length * _stride];
        }

        for (var at = 0; at < rows.Length; at++)
        {
            _keys.AsSpan(rows[at] * _stride, _stride).CopyTo(into.AsSpan(at * _stride));
        }
    }

    /// <summary>Which slots of two gathered records are both there and equal, one bit each.</summary>
    public uint Agreements(int[] gathered, int left, int right)
    {
        var one = gathered.AsSpan(left * _stride, _stride);
        var other = gathered.AsSpan(right * _stride, _stride);
        var mask = 0U;
        for (var at = 0; at < one.Length; at += Vector256<int>.Count)
        {
            mask |=
                Vector256
                    .Equals(Vector256.Create<int>(one[at..]), Vector256.Create<int>(other[at..]))
                    .ExtractMostSignificantBits() << at;
        }

        return mask;
    }
}
