// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Indicators.Statistics;

namespace Faro.Web.Features.Releases;

/// <summary>An edition as it is listed; nothing of it but what is public.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Edition">From 1.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Minimum">No count under this is in it.</param>
/// <param name="Tables">Codes of its tables, in order.</param>
public sealed record ReleaseRow(
    Guid Id,
    int Edition,
    DateTimeOffset PublishedAt,
    int Minimum,
    IReadOnlyList<string> Tables
);

/// <summary>An edition with its tables.</summary>
public sealed record ReleaseWithTables(
    Guid Id,
    int Edition,
    DateTimeOffset PublishedAt,
    int Minimum,
    IReadOnlyList<PublicTable> Tables
);
