// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Agencies;

/// <summary>Refusals of the Agencies area.</summary>
public static class AgencyRefusals
{
    public const string NotFound = "agency.not-found";
    public const string ChangedMeanwhile = "agency.changed-meanwhile";
    public const string NameMissing = "agency.name-missing";
    public const string NameTaken = "agency.name-taken";
    public const string ShortNameMissing = "agency.short-name-missing";
    public const string SectorUnknown = "agency.sector-unknown";
    public const string KindUnknown = "agency.kind-unknown";

    /// <summary>Not a CVEGEO of a state (2 digits) or a municipality (5 digits).</summary>
    public const string TerritoryUnknown = "agency.territory-unknown";
    public const string PhoneNotInternational = "agency.phone-not-international";
    public const string EmailNotAnAddress = "agency.email-not-an-address";

    /// <summary>Values: the limit in characters.</summary>
    public const string TooLong = "agency.too-long";
    public const string IsClosed = "agency.is-closed";
    public const string IsOpen = "agency.is-open";
}
