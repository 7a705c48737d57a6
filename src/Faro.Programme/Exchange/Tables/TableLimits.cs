// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Exchange.Tables;

/// <summary>How large a file may be; a larger one is damage or an attack, not a list.</summary>
public sealed record TableLimits
{
    public static readonly TableLimits Default = new();

    public int MaxRows { get; init; } = 1_000_000;

    public int MaxColumns { get; init; } = 200;

    /// <summary>Letters in one cell.</summary>
    public int MaxCell { get; init; } = 10_000;

    /// <summary>Bytes of a workbook once unpacked, all parts together.</summary>
    public long MaxUnpacked { get; init; } = 400L * 1024 * 1024;

    /// <summary>Unpacked over packed size of one part, once it is larger than <see cref="FreeOfRatio"/>.</summary>
    public int MaxRatio { get; init; } = 150;

    /// <summary>Parts that unpack to less are never a bomb.</summary>
    public long FreeOfRatio { get; init; } = 16L * 1024 * 1024;
}
