// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Disclosure.Estimates;

/// <summary>Some attributes together, ascending, −1 for those beyond its length, and how many persons are estimated to have them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Combination(
    short First,
    short Second,
    short Third,
    short Fourth,
    float Count,
    float Error
)
{
    public int Length =>
        Second < 0 ? 1
        : Third < 0 ? 2
        : Fourth < 0 ? 3
        : 4;

    public int this[int place] =>
        place switch
        {
            0 => First,
            1 => Second,
            2 => Third,
            _ => Fourth,
        };
}
