// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Settings;

/// <summary>Refusals of the Settings area.</summary>
public static class SettingsRefusals
{
    /// <summary>The programme exists: its first run is over for good.</summary>
    public const string AlreadyBegun = "settings.already-begun";

    /// <summary>Not the code that the server showed when it started.</summary>
    public const string SetupCodeWrong = "settings.setup-code-wrong";
    public const string NotBegun = "settings.not-begun";
    public const string NameMissing = "settings.name-missing";

    /// <summary>Values: greatest number of characters.</summary>
    public const string NameLong = "settings.name-long";
    public const string CountryMalformed = "settings.country-malformed";
    public const string TerritoryMalformed = "settings.territory-malformed";
    public const string TerritoryNameMissing = "settings.territory-name-missing";
    public const string PrefixMalformed = "settings.prefix-malformed";

    /// <summary>Values: least and greatest number.</summary>
    public const string MinimumCellOutOfRange = "settings.minimum-cell-out-of-range";
    public const string AgencyNameMissing = "settings.agency-name-missing";
    public const string AgencyShortNameMissing = "settings.agency-short-name-missing";
    public const string AgencySectorMissing = "settings.agency-sector-missing";
    public const string AgencyKindMissing = "settings.agency-kind-missing";
    public const string ChangedMeanwhile = "settings.changed-meanwhile";
    public const string ReflectionOutOfRange = "settings.reflection-out-of-range";
    public const string ImpactInFuture = "settings.impact-in-future";
    public const string ImpactIncomplete = "settings.impact-incomplete";

    /// <summary>Values: the least and the most days.</summary>
    public const string QuietDaysOutOfRange = "settings.quiet-days-out-of-range";

    /// <summary>Values: the least and the most cases.</summary>
    public const string LoadOutOfRange = "settings.load-out-of-range";
}
