// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Noise;

namespace Faro.Disclosure.Measuring;

/// <summary>Some thousands of records: the attributes of all one after another, and how many each has.</summary>
/// <param name="attributes">Ascending within a record.</param>
/// <param name="lengths">By record.</param>
internal sealed class RecordBlock(ushort[] attributes, byte[] lengths)
{
    public const int Most = 1 << 16;

    public ReadOnlySpan<ushort> Attributes => attributes;

    public ReadOnlySpan<byte> Lengths => lengths;

    /// <summary>The same records, of which those over the cap keep some by lot.</summary>
    public RecordBlock CappedAt(int cap, BitSource bits)
    {
        if (lengths.Max() <= cap)
            return this;
        var writer = new Writer();
        Span<ushort> record = stackalloc ushort[byte.MaxValue];
        var at = 0;
        foreach (var length in lengths)
        {
            var kept = record[..length];
            attributes.AsSpan(at, length).CopyTo(kept);
            at += length;
            if (length > cap)
            {
                // The first places of a shuffle, put back in order.
                for (var i = 0; i < cap; i++)
                {
                    var other = i + (int)bits.Below((ulong)(length - i));
                    (kept[i], kept[other]) = (kept[other], kept[i]);
                }
                kept = kept[..cap];
                kept.Sort();
            }
            foreach (var attribute in kept)
                writer.Put(attribute);
            writer.Close();
        }
        return writer.Sealed();
    }

    /// <summary>The same records with other numbers for their attributes.</summary>
    public RecordBlock In(int[] places)
    {
        var writer = new Writer();
        var at = 0;
        foreach (var length in lengths)
        {
            foreach (var attribute in attributes.AsSpan(at, length))
                if (places[attribute] >= 0)
                    writer.Put((ushort)places[attribute]);
            writer.Close();
            at += length;
        }
        return writer.Sealed();
    }

    /// <summary>A block that is being filled.</summary>
    internal sealed class Writer
    {
        private ushort[] _attributes = new ushort[1024];
        private byte[] _lengths = new byte[1024];
        private int _used;
        private byte _length;

        public int Count { get; private set; }

        public bool IsFull => Count == Most;

        public void Put(ushort attribute)
        {
            if (_used == _attributes.Length)
                Array.Resize(ref _attributes, 2 * _used);
            _attributes[_used++] = attribute;
            _length++;
        }

        public void Close()
        {
            if (Count == _lengths.Length)
                Array.Resize(ref _lengths, 2 * Count);
            _lengths[Count++] = _length;
            _length = 0;
        }

        public RecordBlock Sealed() => new(_attributes[.._used], _lengths[..Count]);
    }
}
