// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Releases;

/// <summary>An edition or a proposal as staff see it listed.</summary>
/// <param name="Id">Of the publication.</param>
/// <param name="Edition">From 1; 0 before it is public.</param>
/// <param name="ProposedAt">UTC.</param>
/// <param name="ProposedBy">The colleague's name; null for the programme itself.</param>
/// <param name="ApprovedAt">UTC; null before.</param>
/// <param name="ApprovedBy">The colleague's name.</param>
/// <param name="IsWithdrawn">Taken back, set aside or turned down.</param>
public sealed record EditionRow(
    Guid Id,
    int Edition,
    DateTimeOffset ProposedAt,
    string? ProposedBy,
    DateTimeOffset? ApprovedAt,
    string? ApprovedBy,
    bool IsWithdrawn
)
{
    /// <summary><c>pending</c>, <c>public</c> or <c>withdrawn</c>.</summary>
    public string State =>
        (IsWithdrawn, ApprovedAt) switch
        {
            (true, _) => "withdrawn",
            (_, null) => "pending",
            _ => "public",
        };
}
