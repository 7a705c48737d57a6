// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Faro.Linkage.Blocking;

namespace Faro.Linkage.Records;

/// <summary>128 bits of what a record says and where from, without its row: the canonical order of records.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Fingerprint
{
    public Fingerprint() => (High, Low) = (0x243F6A8885A308D3, 0x13198A2E03707344);

    public ulong High { get; private set; }

    public ulong Low { get; private set; }

    /// <summary>Takes one more value in.</summary>
    public void Add(ReadOnlySpan<char> value)
    {
        unchecked
        {
            var (high, low) = (High, Low);
            foreach (var letter in value)
            {
                high = (high ^ letter) * 0x9E3779B97F4A7C15;
                low = (low + letter) * 0xC2B2AE3D27D4EB4F;
                high ^= high >> 32;
                low ^= low >> 29;
            }

            High = Keys.Narrow(high, value.Length);
            Low = Keys.Narrow(low, value.Length);
        }
    }
}
