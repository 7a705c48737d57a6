// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Faro.Estimation;

/// <summary>Who is on which lists: the counts of every capture history, checked once.</summary>
/// <remarks>Immutable. Counts of the same history are added up, histories nobody has are left out, the rest stand
/// in ascending order of their mask, so equal tables are equal inputs whatever the order of their rows.</remarks>
public sealed class CaptureTable
{
    /// <summary>Fewest lists that can overlap.</summary>
    public const int FewestLists = 2;

    /// <summary>Most lists; a table has up to 2^16 − 1 cells.</summary>
    public const int MostLists = 16;

    /// <summary>Most people in one table.</summary>
    public const long MostPeople = 1_000_000_000;

    private readonly CaptureCount[] _counts;
    private readonly string[] _lists;

    /// <summary>Checks and keeps a table.</summary>
    /// <param name="lists">Names of the lists, 2 to 16, none empty, no name twice.</param>
    /// <param name="counts">Histories and their counts; a history may come more than once.</param>
    /// <exception cref="ArgumentException">A list without a name, or two of the same name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many lists, a history of no list or of a list
    /// that is not there, a negative count, or too many people.</exception>
    public CaptureTable(IReadOnlyList<string> lists, IEnumerable<CaptureCount> counts)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(counts);
        Throw.UnlessWithin(lists.Count, FewestLists, MostLists, nameof(lists));
        Throw.UnlessNamedOnce(lists, nameof(lists));
        _lists = [.. lists];
        _counts = Merge(counts, _lists.Length);
        Observed = Total(_counts);
        Warnings = Look();
    }

    /// <summary>Names of the lists; list i is bit i of a history.</summary>
    public IReadOnlyList<string> Lists => _lists;

    /// <summary>Distinct histories with at least one person, ascending.</summary>
    public IReadOnlyList<CaptureCount> Counts => _counts;

    /// <summary>People on at least one list.</summary>
    public long Observed { get; }

    /// <summary>Lists that are empty, hold everybody, or repeat another list (codes <c>table.…</c>).</summary>
    public IReadOnlyList<Notice> Warnings { get; }

    /// <summary>People who are on every one of these lists, and perhaps on others.</summary>
    /// <param name="lists">Bit mask; 0 counts everybody.</param>
    /// <returns>Number of people.</returns>
    public long Together(int lists)
    {
        long people = 0;
        foreach (var count in _counts)
        {
            people += (count.History & lists) == lists ? count.People : 0;
        }

        return people;
    }

    /// <summary>People who are on exactly this many lists.</summary>
    /// <param name="lists">1 to the number of lists.</param>
    /// <returns>Number of people.</returns>
    public long OnExactly(int lists)
    {
        long people = 0;
        foreach (var count in _counts)
        {
            people += BitOperations.PopCount((uint)count.History) == lists ? count.People : 0;
        }

        return people;
    }

    /// <summary>The pairs of lists that share nobody.</summary>
    /// <returns>Pairs in table order.</returns>
    public IReadOnlyList<ListPair> EmptyPairs()
    {
        var pairs = new List<ListPair>();
        for (var first = 0; first < _lists.Length; first++)
        {
            for (var second = first + 1; second < _lists.Length; second++)
            {
                if (Together((1 << first) | (1 << second)) == 0)
                {
                    pairs.Add(new(_lists[first], _lists[second]));
                }
            }
        }

        return pairs;
    }

    /// <summary>The same people seen through fewer lists.</summary>
    /// <param name="kept">Mask of the lists to keep; at least two.</param>
    /// <returns>A table in which people on none of the kept lists are no longer counted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two lists are kept.</exception>
    public CaptureTable Keep(int kept)
    {
        var places = Enumerable
            .Range(0, _lists.Length)
            .Where(i => ((kept >> i) & 1) == 1)
            .ToArray();
        var counts = new List<CaptureCount>(_counts.Length);
        foreach (var count in _counts)
        {
            var history = 0;
            for (var i = 0; i < places.Length; i++)
            {
                history |= ((count.History >> places[i]) & 1) << i;
            }

            if (history != 0)
            {
                counts.Add(new(history, count.People));
            }
        }

        return new([.. places.Select(i => _lists[i])], counts);
    }

    /// <summary>The same people with some lists taken for one.</summary>
    /// <param name="lists">Mask of the lists to be merged; at least two. The merged list stands where the first of them
    /// stood, and has their names with a plus between.</param>
    /// <returns>A table of fewer lists.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two lists would be left, or fewer than two are merged.</exception>
    public CaptureTable Merge(int lists)
    {
        Throw.UnlessWithin(
            BitOperations.PopCount((uint)lists),
            2,
            _lists.Length - 1,
            nameof(lists)
        );
        var first = BitOperations.TrailingZeroCount(lists);
        var names = _lists.ToArray();
        names[first] = string.Join('+', _lists.Where((_, i) => ((lists >> i) & 1) == 1));
        var kept = ((1 << _lists.Length) - 1) & ~(lists & (lists - 1));
        return new CaptureTable(
            names,
            _counts.Select(c =>
                (c.History & lists) == 0 ? c : c with { History = c.History | (1 << first) }
            )
        ).Keep(kept);
    }

    /// <summary>SHA-256 of the lists and counts, hexadecimal: equal tables have equal hashes, whatever the order of their
    /// rows.</summary>
    /// <returns>64 characters.</returns>
    public string Hash()
    {
        var text = new StringBuilder();
        foreach (var list in _lists)
        {
            text.Append(CultureInfo.InvariantCulture, $"{list.Length}:{list};");
        }

        foreach (var (history, people) in _counts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{history}={people};");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static CaptureCount[] Merge(IEnumerable<CaptureCount> counts, int lists)
    {
        var merged = new SortedDictionary<int, long>();
        foreach (var (history, people) in counts)
        {
            Throw.UnlessWithin(history, 1, (1 << lists) - 1, nameof(counts));
            Throw.UnlessWithin(people, 0, MostPeople, nameof(counts));
            merged[history] = merged.GetValueOrDefault(history) + people;
        }

        return [.. merged.Where(c => c.Value > 0).Select(c => new CaptureCount(c.Key, c.Value))];
    }

    private static long Total(CaptureCount[] counts)
    {
        var total = counts.Sum(c => c.People);
        Throw.UnlessWithin(total, 0, MostPeople, nameof(counts));
        return total;
    }

    private List<Notice> Look()
    {
        var warnings = new List<Notice>();
        for (var list = 0; list < _lists.Length; list++)
        {
            var people = Together(1 << list);
            if (people == 0)
            {
                warnings.Add(new(NoticeCodes.ListEmpty, _lists[list]));
                continue;
            }

            if (people == Observed)
            {
                warnings.Add(new(NoticeCodes.ListOfEverybody, _lists[list]));
            }

            if (TwinOf(list) is var twin and >= 0)
            {
                warnings.Add(new(NoticeCodes.ListTwice, _lists[list], _lists[twin]));
            }
        }

        return warnings;
    }

    /// <summary>The first earlier list with exactly the same people, or −1.</summary>
    internal int TwinOf(int list)
    {
        for (var earlier = 0; earlier < list; earlier++)
        {
            if (
                Array.TrueForAll(
                    _counts,
                    c => ((c.History >> list) & 1) == ((c.History >> earlier) & 1)
                )
            )
            {
                return earlier;
            }
        }

        return -1;
    }
}

/// <summary>How many people share one capture history: who was seen on exactly which lists.</summary>
/// <param name="History">Bit i is set when the people are on list i; 1 to 2^lists − 1.</param>
/// <param name="People">Whole number of people, 0 to <see cref="CaptureTable.MostPeople"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CaptureCount(int History, long People);

/// <summary>Two lists that a model lets depend on each other, in the order of the table.</summary>
/// <param name="First">Name of the earlier list.</param>
/// <param name="Second">Name of the later list.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ListPair(string First, string Second);
