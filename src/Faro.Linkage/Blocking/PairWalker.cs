// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Linkage.Blocking;

/// <summary>Whoever wants to see pairs.</summary>
internal abstract class PairWalker
{
    /// <summary>Some pairs, each once in the whole walk.</summary>
    public abstract void Take(ReadOnlySpan<PairOfRows> pairs);
}

/// <summary>Two rows, in no particular order.</summary>
/// <param name="Left">One row.</param>
/// <param name="Right">Another row.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PairOfRows(int Left, int Right);
