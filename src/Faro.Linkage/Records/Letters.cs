// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Records;

/// <summary>Many short texts in one piece of memory: a million strings of their own would cost more than their letters.</summary>
internal sealed class Letters
{
    private char[] _letters = new char[1 << 10];
    private int[] _ends = new int[1 << 8];

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int place] =>
        _letters.AsSpan((place == 0 ? 0 : _ends[place - 1]).._ends[place]);

    public void Add(ReadOnlySpan<char> text)
    {
        var start = Count == 0 ? 0 : _ends[Count - 1];
        if (start + text.Length > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(start + text.Length, _letters.Length / 2 * 3));
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length / 2 * 3);
        }

        text.CopyTo(_letters.AsSpan(start));
        _ends[Count++] = start + text.Length;
    }
}
