// SPDX-License-Identifier: Apache-2.0
using System.Linq.Expressions;
using Faro.Programme.Consent;

namespace Faro.Web.Features.Consent;

/// <summary>A line of the ledger in a list of the API: codes and ids, no names.</summary>
public sealed record ConsentRow(
    Guid Id,
    Guid CaseId,
    string Answer,
    string Purpose,
    string Recipient,
    Guid? AgencyId,
    string Country,
    IReadOnlyList<string> Categories,
    Guid? TextId,
    string Exception,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    DateTimeOffset? WithdrawnAt
)
{
    internal static readonly Expression<Func<ConsentEntry, ConsentRow>> From =
        entry => new ConsentRow(
            entry.Id,
            entry.CaseId,
            entry.Answer,
            entry.Purpose,
            entry.Recipient,
            entry.AgencyId,
            entry.Country,
            entry.Categories,
            entry.TextId,
            entry.Exception,
            entry.Since,
            entry.Until,
            entry.WithdrawnAt
        );
}
