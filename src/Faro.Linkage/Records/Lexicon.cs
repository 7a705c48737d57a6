// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using System.Text;

namespace Faro.Linkage.Records;

/// <summary>Every different text once, as a number: equality of texts is equality of numbers. 0 is nothing.</summary>
internal sealed class Lexicon
{
    private const int Start = 1 << 10;

    private readonly Letters _texts = new();

    /// <summary>Open addressing over the hash of a text: code + 1, 0 where free. Never more than half full.</summary>
    private int[] _table = new int[Start];
    private uint[] _hashes = new uint[Start];
    private byte[] _letters = [];
    private Shape[] _shapes = [];

    public Lexicon() => Code("");

    public int Count => _texts.Count;

    public ReadOnlySpan<char> this[int code] => _texts[code];

    public int Code(ReadOnlySpan<char> text)
    {
        var hash = Hash(text);
        var at = hash & (uint)(_table.Length - 1);
        for (; _table[at] != 0; at = (at + 1) & (uint)(_table.Length - 1))
        {
            if (_hashes[at] == hash && _texts[_table[at] - 1].SequenceEqual(text))
            {
                return _table[at] - 1;
            }
        }

        _texts.Add(text);
        (_table[at], _hashes[at]) = (_texts.Count, hash);
        if (_texts.Count > _table.Length / 2)
        {
            Grow();
        }

        return _texts.Count - 1;
    }

    /// <summary>Lays the short texts out for comparison; call it when all texts are known.</summary>
    public void Seal()
    {
        var from = _shapes.Length;
        Array.Resize(ref _shapes, Count);
        Array.Resize(ref _letters, Count * Short.Most);
        for (var code = from; code < Count; code++)
        {
            var text = _texts[code];
            var isShort = text.Length <= Short.Most && Ascii.IsValid(text);
            if (isShort)
            {
                Encoding.ASCII.GetBytes(text, _letters.AsSpan(code * Short.Most, Short.Most));
            }

            _shapes[code] = new Shape(
                (byte)(isShort ? text.Length : 0),
                isShort ? Short.SetOf(text) : 0,
                GivenNames.HasFamiliar(text)
            );
        }
    }

    /// <summary>A text of at most 16 ASCII letters, laid out for comparison; empty for others.</summary>
    public Short ShortOf(int code) =>
        new(
            _letters.AsSpan(code * Short.Most, Short.Most),
            _shapes[code].Length,
            _shapes[code].Set
        );

    /// <summary>Whether one may be the familiar form of the other.</summary>
    public bool AreFamiliar(int one, int other) =>
        (_shapes[one].IsFamiliar || _shapes[other].IsFamiliar)
        && GivenNames.AreFamiliar(this[one].ToString(), this[other].ToString());

    /// <summary>Whether one is the first letter of the other.</summary>
    public bool IsInitialOf(int one, int other) =>
        (_shapes[one].Length == 1 || _shapes[other].Length == 1)
        && _texts[one].Length > 0
        && _texts[other].Length > 0
        && _texts[one][0] == _texts[other][0];

    private static uint Hash(ReadOnlySpan<char> text)
    {
        unchecked
        {
            var hash = 0x9E3779B97F4A7C15 ^ (ulong)text.Length;
            foreach (var letter in text)
            {
                hash = (hash ^ letter) * 0xC2B2AE3D27D4EB4F;
                hash ^= hash >> 29;
            }

            return (uint)(hash >> 16);
        }
    }

    private void Grow()
    {
        var (table, hashes) = (_table, _hashes);
        _table = new int[table.Length * 2];
        _hashes = new uint[table.Length * 2];
        for (var old = 0; old < table.Length; old++)
        {
            if (table[old] == 0)
            {
                continue;
            }

            var at = hashes[old] & (uint)(_table.Length - 1);
            while (_table[at] != 0)
            {
                at = (at + 1) & (uint)(_table.Length - 1);
            }

            (_table[at], _hashes[at]) = (table[old], hashes[old]);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Shape(byte Length, uint Set, bool IsFamiliar);
}

/// <summary>A text of at most 16 ASCII letters.</summary>
/// <param name="letters">Sixteen bytes, 0 behind the end.</param>
/// <param name="length">Letters.</param>
/// <param name="set">Which letters occur; letters may share a bit.</param>
internal readonly ref struct Short(ReadOnlySpan<byte> letters, int length, uint set)
{
    public const int Most = 16;

    public ReadOnlySpan<byte> Letters { get; } = letters;

    public int Length { get; } = length;

    public uint Set { get; } = set;

    public static uint SetOf(ReadOnlySpan<char> text)
    {
        var set = 0U;
        foreach (var letter in text)
        {
            set |= 1U << (letter & 31);
        }

        return set;
    }
}
