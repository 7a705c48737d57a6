// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Faro.Disclosure.Mixture;

/// <summary>Products of rows of numbers, sixteen at a time; lengths are multiples of 16, numbers of rows multiples of 4.</summary>
internal static class Rows
{
    private const int Wide = 16;

    /// <summary>The sum of the products of two rows.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var even = Vector512<float>.Zero;
        for (nuint i = 0; i < (nuint)left.Length; i += Wide)
            even = Vector512.FusedMultiplyAdd(
                Vector512.LoadUnsafe(ref a, i),
                Vector512.LoadUnsafe(ref b, i),
                even
            );
        return Vector512.Sum(even);
    }

    /// <summary>Each number times that of the same place.</summary>
    public static void Multiply(
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        Span<float> into
    )
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(into);
        for (nuint i = 0; i < (nuint)left.Length; i += Wide)
            (Vector512.LoadUnsafe(ref a, i) * Vector512.LoadUnsafe(ref b, i)).StoreUnsafe(ref c, i);
    }

    /// <summary>Adds the products of two rows to a third.</summary>
    public static void AddProduct(
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        Span<float> to
    )
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(to);
        for (nuint i = 0; i < (nuint)left.Length; i += Wide)
            Vector512
                .FusedMultiplyAdd(
                    Vector512.LoadUnsafe(ref a, i),
                    Vector512.LoadUnsafe(ref b, i),
                    Vector512.LoadUnsafe(ref c, i)
                )
                .StoreUnsafe(ref c, i);
    }

    /// <summary>Adds a row, so many times, to another.</summary>
    public static void AddTimes(ReadOnlySpan<float> row, float times, Span<float> to)
    {
        ref var a = ref MemoryMarshal.GetReference(row);
        ref var c = ref MemoryMarshal.GetReference(to);
        var all = Vector512.Create(times);
        for (nuint i = 0; i < (nuint)row.Length; i += Wide)
            Vector512
                .FusedMultiplyAdd(
                    Vector512.LoadUnsafe(ref a, i),
                    all,
                    Vector512.LoadUnsafe(ref c, i)
                )
                .StoreUnsafe(ref c, i);
    }

    /// <summary>Products of four rows from one place with four from another, sixteen results.</summary>
    /// <param name="left">Rows that begin at the place of the first of the four.</param>
    /// <param name="right">The same for the other four.</param>
    /// <param name="length">Of a row.</param>
    /// <param name="results">By left row, then right row.</param>
    public static void Dot4By4(
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        int length,
        Span<float> results
    )
    {
        var width = (nuint)length;
        for (var half = 0; half < 4; half += 2)
        {
            ref var a = ref MemoryMarshal.GetReference(left[(half * length)..]);
            ref var b = ref MemoryMarshal.GetReference(right);
            Vector512<float> p0 = default,
                p1 = default,
                p2 = default,
                p3 = default;
            Vector512<float> q0 = default,
                q1 = default,
                q2 = default,
                q3 = default;
            for (nuint i = 0; i < width; i += Wide)
            {
                var x = Vector512.LoadUnsafe(ref a, i);
                var y = Vector512.LoadUnsafe(ref a, width + i);
                var b0 = Vector512.LoadUnsafe(ref b, i);
                var b1 = Vector512.LoadUnsafe(ref b, width + i);
                var b2 = Vector512.LoadUnsafe(ref b, (2 * width) + i);
                var b3 = Vector512.LoadUnsafe(ref b, (3 * width) + i);
                p0 = Vector512.FusedMultiplyAdd(x, b0, p0);
                p1 = Vector512.FusedMultiplyAdd(x, b1, p1);
                p2 = Vector512.FusedMultiplyAdd(x, b2, p2);
                p3 = Vector512.FusedMultiplyAdd(x, b3, p3);
                q0 = Vector512.FusedMultiplyAdd(y, b0, q0);
                q1 = Vector512.FusedMultiplyAdd(y, b1, q1);
                q2 = Vector512.FusedMultiplyAdd(y, b2, q2);
                q3 = Vector512.FusedMultiplyAdd(y, b3, q3);
            }
            var into = results[(half * 4)..];
            into[0] = Vector512.Sum(p0);
            into[1] = Vector512.Sum(p1);
            into[2] = Vector512.Sum(p2);
            into[3] = Vector512.Sum(p3);
            into[4] = Vector512.Sum(q0);
            into[5] = Vector512.Sum(q1);
            into[6] = Vector512.Sum(q2);
            into[7] = Vector512.Sum(q3);
        }
    }

    /// <summary>Sets four rows to sums of all rows of a table, each with its own factors.</summary>
    /// <param name="factors">Four rows of factors, one per row of the table, each so wide.</param>
    /// <param name="width">Rows of the table.</param>
    /// <param name="table">Rows to add up.</param>
    /// <param name="length">Of a row of the table.</param>
    /// <param name="into">Four rows.</param>
    public static void Combine4(
        ReadOnlySpan<float> factors,
        int width,
        ReadOnlySpan<float> table,
        int length,
        Span<float> into
    )
    {
        ref var t = ref MemoryMarshal.GetReference(table);
        ref var o = ref MemoryMarshal.GetReference(into);
        var f0 = factors[..width];
        var f1 = factors.Slice(width, width);
        var f2 = factors.Slice(2 * width, width);
        var f3 = factors.Slice(3 * width, width);
        var size = (nuint)length;
        for (nuint i = 0; i < size; i += Wide)
        {
            Vector512<float> s0 = default,
                s1 = default,
                s2 = default,
                s3 = default;
            var at = i;
            for (var row = 0; row < f0.Length; row++, at += size)
            {
                var x = Vector512.LoadUnsafe(ref t, at);
                s0 = Vector512.FusedMultiplyAdd(x, Vector512.Create(f0[row]), s0);
                s1 = Vector512.FusedMultiplyAdd(x, Vector512.Create(f1[row]), s1);
                s2 = Vector512.FusedMultiplyAdd(x, Vector512.Create(f2[row]), s2);
                s3 = Vector512.FusedMultiplyAdd(x, Vector512.Create(f3[row]), s3);
            }
            s0.StoreUnsafe(ref o, i);
            s1.StoreUnsafe(ref o, size + i);
            s2.StoreUnsafe(ref o, (2 * size) + i);
            s3.StoreUnsafe(ref o, (3 * size) + i);
        }
    }
}
