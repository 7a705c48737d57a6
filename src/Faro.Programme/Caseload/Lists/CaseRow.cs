// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Faro.Programme.Caseload.Lists;

/// <summary>
/// A case in a list, on the screen or in the API: pseudonymous. The next due day is of the parts that the reader works in;
/// flag and gaps are told to who works in the social part, and are empty for others.
/// </summary>
public sealed record CaseRow(
    Guid Id,
    string Number,
    string State,
    DateTimeOffset StateSince,
    string Risk,
    Guid? OwnerId,
    string Owner,
    Guid AgencyId,
    DateOnly? NextDueOn,
    DateOnly? LastContactOn,
    DateOnly OpenedOn,
    string Sex,
    string AgeBand,
    bool IsMinor,
    bool HasFlag,
    IReadOnlyList<string> Lacks
)
{
    /// <summary>By which lists are put in order.</summary>
    [JsonIgnore]
    internal DateOnly QuietSince { get; init; }

    /// <inheritdoc cref="QuietSince"/>
    [JsonIgnore]
    internal int RiskRank { get; init; }
}

/// <summary>One page of a list.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Next">The last case, when there are more after it.</param>
public sealed record CaseListPage(IReadOnlyList<CaseRow> Rows, Guid? Next);
