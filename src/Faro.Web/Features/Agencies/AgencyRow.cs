// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Agencies;

namespace Faro.Web.Features.Agencies;

/// <summary>One member of the network, on the screen or in the API.</summary>
public sealed record AgencyRow(
    Guid Id,
    string Name,
    string ShortName,
    string Sector,
    string Kind,
    string Territory,
    string Phone,
    string Email,
    string Mandate,
    bool Closed,
    int Version
)
{
    /// <summary>The directory is open to everybody who is signed in.</summary>
    internal static IQueryable<AgencyRow> From(IQueryable<Agency> agencies) =>
        agencies.Select(agency => new AgencyRow(
            agency.Id,
            agency.Name,
            agency.ShortName,
            agency.Sector,
            agency.Kind,
            agency.Territory,
            agency.Phone,
            agency.Email,
            agency.Mandate,
            agency.Closed,
            agency.Version
        ));
}
