// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Blocking;

/// <summary>Sorting of many packed numbers.</summary>
internal static class Radix
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    /// <summary>Sorts by the upper 32 bits; numbers that agree in these keep their order.</summary>
    /// <param name="numbers">Numbers.</param>
    /// <param name="spare">As much room again.</param>
    /// <returns>The room in which the sorted numbers stand.</returns>
    public static Span<ulong> SortByHighHalf(Span<ulong> numbers, Span<ulong> spare)
    {
        var from = numbers;
        var to = spare[..numbers.Length];
        Span<int> starts = stackalloc int[Buckets];
        for (var shift = 32; shift < 64; shift += Bits)
        {
            starts.Clear();
            foreach (var number in from)
            {
                starts[(int)((number >> shift) & (Buckets - 1))]++;
            }

            var sum = 0;
            for (var bucket = 0; bucket < Buckets; bucket++)
            {
                (starts[bucket], sum) = (sum, sum + starts[bucket]);
            }

            foreach (var number in from)
            {
                to[starts[(int)((number >> shift) & (Buckets - 1))]++] = number;
            }

            var swap = from;
            from = to;
            to = swap;
        }

        return from;
    }
}
