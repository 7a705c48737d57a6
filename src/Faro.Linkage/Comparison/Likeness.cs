// SPDX-License-Identifier: Apache-2.0
using System.Numerics;
using System.Runtime.Intrinsics;
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>How alike two short texts are.</summary>
internal static class Likeness
{
    private const int Longest = 64;

    /// <summary>Jaro-Winkler similarity with prefix weight 0.1 over at most four letters.</summary>
    /// <returns>0 to 1; only the first 64 letters count.</returns>
    /// <remarks>Source: Winkler, 1990, String comparator metrics and enhanced decision rules, eq. 2; the bonus is
    /// given whatever the Jaro value, as in DuckDB and most packages.</remarks>
    public static double JaroWinkler(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var a = left[..Math.Min(left.Length, Longest)];
        var b = right[..Math.Min(right.Length, Longest)];
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var jaro = Jaro(a, b);
        var prefix = Math.Min(a[..Math.Min(4, a.Length)].CommonPrefixLength(b), 4);
        return Winkler(jaro, prefix);
    }

    /// <summary>Jaro-Winkler similarity of two texts of a lexicon, exact where it reaches the floor.</summary>
    /// <param name="lexicon">The lexicon, sealed.</param>
    /// <param name="one">Code of a text.</param>
    /// <param name="other">Code of another text.</param>
    /// <param name="floor">What is surely below may be told as 0.</param>
    /// <returns>0 to 1.</returns>
    public static double JaroWinkler(Lexicon lexicon, int one, int other, double floor)
    {
        var a = lexicon.ShortOf(one);
        var b = lexicon.ShortOf(other);
        if (a.Length == 0 || b.Length == 0)
        {
            return JaroWinkler(lexicon[one], lexicon[other]);
        }

        return a.Length <= b.Length ? Short16(a, b, floor) : Short16(b, a, floor);
    }

    /// <summary>The similarity of a text and one at least as long, letter by letter against all sixteen at once.</summary>
    private static double Short16(Short a, Short b, double floor)
    {
        // Letters that the other does not have cannot match: an upper bound without looking at places.
        var most = Math.Min(
            a.Length - BitOperations.PopCount(a.Set & ~b.Set),
            b.Length - BitOperations.PopCount(b.Set & ~a.Set)
        );
        var prefix = Math.Min(a.Letters[..Math.Min(4, a.Length)].CommonPrefixLength(b.Letters), 4);
        if (most <= 0 || Winkler(Jaro(most, 0, a.Length, b.Length), prefix) < floor)
        {
            return 0;
        }

        var letters = Vector128.Create(b.Letters);
        var window = Math.Max(0, (b.Length / 2) - 1);
        var (free, usedLeft, usedRight) = ((1U << b.Length) - 1, 0U, 0U);
        var reach = (1U << (window + 1)) - 1;
        for (var i = 0; i < a.Length; i++)
        {
            var hits =
                Vector128
                    .Equals(letters, Vector128.Create(a.Letters[i]))
                    .ExtractMostSignificantBits()
                & free
                & reach;
            if (hits != 0)
            {
                var hit = hits & (~hits + 1);
                free &= ~hit;
                usedRight |= hit;
                usedLeft |= 1U << i;
            }

            // The window opens to the right until it is whole, then moves.
            reach = i >= window ? reach << 1 : (reach << 1) | 1;
        }

        var count = BitOperations.PopCount(usedLeft);
        var outOfPlace = 0;
        for (; usedLeft != 0; usedLeft &= usedLeft - 1, usedRight &= usedRight - 1)
        {
            outOfPlace +=
                a.Letters[BitOperations.TrailingZeroCount(usedLeft)]
                != b.Letters[BitOperations.TrailingZeroCount(usedRight)]
                    ? 1
                    : 0;
        }

        return count == 0 ? 0 : Winkler(Jaro(count, outOfPlace, a.Length, b.Length), prefix);
    }

    private static double Jaro(int matches, int outOfPlace, int left, int right)
    {
        var m = (double)matches;
        return ((m / left) + (m / right) + ((m - (outOfPlace / 2)) / m)) / 3;
    }

    private static double Winkler(double jaro, int prefix) => jaro + (prefix * 0.1 * (1 - jaro));

    /// <summary>Whether the texts differ by exactly so many edits or fewer (insert, delete, change, swap neighbours).</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">Other text.</param>
    /// <param name="most">1 or 2.</param>
    /// <returns>True also for equal texts.</returns>
    public static bool IsWithinEdits(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        var prefix = left.CommonPrefixLength(right);
        left = left[prefix..];
        right = right[prefix..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (left.Length == 0 || right.Length == 0)
        {
            return left.Length + right.Length <= most;
        }

        if (most == 0 || Math.Abs(left.Length - right.Length) > most)
        {
            return false;
        }

        var isSwap =
            left.Length > 1 && right.Length > 1 && left[0] == right[1] && left[1] == right[0];
        return IsWithinEdits(left[1..], right[1..], most - 1)
            || IsWithinEdits(left[1..], right, most - 1)
            || IsWithinEdits(left, right[1..], most - 1)
            || (isSwap && IsWithinEdits(left[2..], right[2..], most - 1));
    }

    private static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }

        var window = Math.Max(0, (b.Length / 2) - 1);
        Span<char> matched = stackalloc char[Longest];
        ulong used = 0;
        var count = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var end = Math.Min(b.Length - 1, i + window);
            for (var j = Math.Max(0, i - window); j <= end; j++)
            {
                if (a[i] == b[j] && (used & (1UL << j)) == 0)
                {
                    used |= 1UL << j;
                    matched[count++] = a[i];
                    break;
                }
            }
        }

        if (count == 0)
        {
            return 0;
        }

        var (outOfPlace, place) = (0, 0);
        for (var j = 0; j < b.Length; j++)
        {
            if ((used & (1UL << j)) != 0 && matched[place++] != b[j])
            {
                outOfPlace++;
            }
        }

        return Jaro(count, outOfPlace, a.Length, b.Length);
    }
}
