// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Numerics;

/// <summary>A family of random streams for each use, so that no two draw the same numbers.</summary>
internal static class Streams
{
    /// <summary>The seed of one kind of model; the log-linear bootstrap keeps the caller's own.</summary>
    public static long Of(long seed, ModelKind kind) => Of(seed, 1 + (int)kind);

    /// <summary>The seed of one use.</summary>
    public static long Of(long seed, int use) =>
        unchecked((seed * 6364136223846793005L) + (use * 1442695040888963407L));
}
