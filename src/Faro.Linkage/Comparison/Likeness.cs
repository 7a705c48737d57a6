// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Comparison;

/// <summary>How alike two short texts are.</summary>
internal static class Likeness
{
    private const int Longest = 64;

    /// <summary>Jaro-Winkler similarity with prefix weight 0.1 over at most four letters.</summary>
    /// <returns>0 to 1; only the first 64 letters count.</returns>
    /// <remarks>Source: Winkler, 1990, String comparator metrics and enhanced decision rules, eq. 2; the bonus is
    /// given whatever the Jaro value, as in DuckDB and most packages.</remarks>
    public static double JaroWinkler(string left, string right)
    {
        var a = left.AsSpan(0, Math.Min(left.Length, Longest));
        var b = right.AsSpan(0, Math.Min(right.Length, Longest));
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var jaro = Jaro(a, b);
        var prefix = Math.Min(a[..Math.Min(4, a.Length)].CommonPrefixLength(b), 4);
        return jaro + (prefix * 0.1 * (1 - jaro));
    }

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

        var m = (double)count;
        return ((m / a.Length) + (m / b.Length) + ((m - (outOfPlace / 2)) / m)) / 3;
    }
}
