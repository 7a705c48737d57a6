// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Faro.Disclosure.Noise;

/// <summary>Bits of the operating system's cryptographic generator, fetched some at a time.</summary>
internal sealed class SecureBits : BitSource
{
    private readonly byte[] _fetched = new byte[4096];
    private int _used = 4096;

    public override ulong Next()
    {
        if (_used == _fetched.Length)
        {
            RandomNumberGenerator.Fill(_fetched);
            _used = 0;
        }
        var bits = _fetched.AsSpan(_used, sizeof(ulong));
        _used += sizeof(ulong);
        var next = BinaryPrimitives.ReadUInt64LittleEndian(bits);
        // What was drawn is not left behind in memory.
        bits.Clear();
        return next;
    }
}
