// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Faro.Disclosure.Mixture;

/// <summary>Steps whose length follows each number's own recent slopes.</summary>
/// <remarks>Source: Kingma and Ba, Adam (2015), algorithm 1.</remarks>
internal sealed class Adam(int length)
{
    private const float Memory = 0.9f;
    private const float SquareMemory = 0.99f;
    private const float Tiny = 1e-12f;

    private readonly float[] _mean = new float[length];
    private readonly float[] _square = new float[length];
    private int _steps;

    public void Step(Span<float> values, ReadOnlySpan<float> slopes, float step)
    {
        _steps++;
        var size = Vector512.Create(step / (1 - MathF.Pow(Memory, _steps)));
        var scale = Vector512.Create(1 / (1 - MathF.Pow(SquareMemory, _steps)));
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var slope = ref MemoryMarshal.GetReference(slopes);
        ref var mean = ref MemoryMarshal.GetArrayDataReference(_mean);
        ref var square = ref MemoryMarshal.GetArrayDataReference(_square);
        for (nuint i = 0; i < (nuint)values.Length; i += (nuint)Vector512<float>.Count)
        {
            var g = Vector512.LoadUnsafe(ref slope, i);
            var m = (Vector512.LoadUnsafe(ref mean, i) * Memory) + (g * (1 - Memory));
            var v =
                (Vector512.LoadUnsafe(ref square, i) * SquareMemory) + (g * g * (1 - SquareMemory));
            m.StoreUnsafe(ref mean, i);
            v.StoreUnsafe(ref square, i);
            var moved = size * m / (Vector512.Sqrt(v * scale) + Vector512.Create(Tiny));
            (Vector512.LoadUnsafe(ref value, i) - moved).StoreUnsafe(ref value, i);
        }
    }
}
