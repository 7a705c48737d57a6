// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Agencies;

namespace Faro.Web.Features.Agencies;

/// <summary>What a form says of an agency.</summary>
public sealed class AgencyAnswers
{
    /// <summary>The version the form was filled from; nothing on a new one.</summary>
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? Sector { get; set; }

    public string? Kind { get; set; }

    public string? Territory { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Mandate { get; set; }

    internal static AgencyAnswers From(AgencyRow row) =>
        new()
        {
            Version = row.Version,
            Name = row.Name,
            ShortName = row.ShortName,
            Sector = row.Sector,
            Kind = row.Kind,
            Territory = row.Territory,
            Phone = row.Phone,
            Email = row.Email,
            Mandate = row.Mandate,
        };

    public AgencyFacts ToFacts() =>
        new()
        {
            Name = Name ?? "",
            ShortName = ShortName ?? "",
            Sector = Sector ?? "",
            Kind = Kind ?? "",
            Territory = Territory ?? "",
            Phone = Phone ?? "",
            Email = Email ?? "",
            Mandate = Mandate ?? "",
        };
}
