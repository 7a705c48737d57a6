// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Disclosure;

/// <summary>When a page without noise may come out anew: a whole batch of persons later, or after a time; all of it at once.</summary>
/// <param name="Batch">Persons more than on the last page, ≥ 1. Default 10.</param>
/// <param name="After">After so long it may come out whatever the number. Default a year.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RefreshRule(long Batch, TimeSpan After)
{
    /// <summary>Ten persons or a year.</summary>
    public static RefreshRule Usual { get; } = new(10, TimeSpan.FromDays(365));

    /// <summary>Whether a page may come out.</summary>
    /// <param name="last">Persons on the last page that came out, withdrawn or not.</param>
    /// <param name="lastAt">When it came out.</param>
    /// <param name="persons">Persons now.</param>
    /// <param name="now">Now.</param>
    public bool Allows(long last, DateTimeOffset lastAt, long persons, DateTimeOffset now) =>
        persons - last >= Batch || now - lastAt >= After;
}
