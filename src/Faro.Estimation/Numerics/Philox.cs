// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Estimation.Numerics;

/// <summary>Random numbers that are a function of (seed, stream, position), so that each replicate has its own stream
/// and the result does not depend on who computes it.</summary>
/// <remarks>Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011. Gives
/// the known answers of the authors' Random123 package (PhiloxPublished).</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct Philox
{
    private readonly ulong _seed;
    private readonly uint _stream;
    private ulong _block;
    private ulong _spare;
    private bool _hasSpare;

    public Philox(long seed, int stream)
    {
        _seed = unchecked((ulong)seed);
        _stream = (uint)stream;
    }

    /// <summary>Uniform on the open interval (0, 1), 52 bits.</summary>
    public double NextDouble() => ((Next() >> 12) + 0.5) * (1.0 / (1UL << 52));

    private ulong Next()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spare;
        }

        var (a, b, c, d) = Block(
            ((uint)(_block & uint.MaxValue), (uint)(_block >> 32), _stream, 0),
            (uint)(_seed & uint.MaxValue),
            (uint)(_seed >> 32)
        );
        _block++;
        _spare = ((ulong)d << 32) | c;
        _hasSpare = true;
        return ((ulong)b << 32) | a;
    }

    /// <summary>Ten rounds of the cipher on one counter.</summary>
    internal static (uint A, uint B, uint C, uint D) Block(
        (uint A, uint B, uint C, uint D) counter,
        uint key0,
        uint key1
    )
    {
        unchecked
        {
            for (var round = 0; round < 10; round++)
            {
                var first = 0xD2511F53UL * counter.A;
                var second = 0xCD9E8D57UL * counter.C;
                counter = (
                    (uint)(second >> 32) ^ counter.B ^ key0,
                    (uint)second,
                    (uint)(first >> 32) ^ counter.D ^ key1,
                    (uint)first
                );
                key0 += 0x9E3779B9;
                key1 += 0xBB67AE85;
            }
        }

        return counter;
    }
}
