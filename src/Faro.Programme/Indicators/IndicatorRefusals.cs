// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Indicators;

/// <summary>Refusals of the Indicators area.</summary>
public static class IndicatorRefusals
{
    public const string NotFound = "indicator.not-found";
    public const string ChangedMeanwhile = "indicator.changed-meanwhile";
    public const string CodeMalformed = "indicator.code-malformed";
    public const string CodeTaken = "indicator.code-taken";
    public const string NameMissing = "indicator.name-missing";

    /// <summary>Values: greatest number of characters.</summary>
    public const string TextLong = "indicator.text-long";
    public const string UnitUnknown = "indicator.unit-unknown";
    public const string TerritoryMalformed = "indicator.territory-malformed";
    public const string SourceMissing = "indicator.source-missing";
    public const string UrlMalformed = "indicator.url-malformed";
    public const string RetrievedInFuture = "indicator.retrieved-in-future";
    public const string NotConfirmed = "indicator.not-confirmed";

    /// <summary>Values: row, counted with the header as 1.</summary>
    public const string PeriodMalformed = "indicator.period-malformed";

    /// <summary>Values: row.</summary>
    public const string PeriodTwice = "indicator.period-twice";

    /// <summary>Values: row.</summary>
    public const string PeriodMixed = "indicator.period-mixed";

    /// <summary>Values: row.</summary>
    public const string ValueMalformed = "indicator.value-malformed";

    /// <summary>Values: row.</summary>
    public const string StatusUnknown = "indicator.status-unknown";

    /// <summary>Values: greatest number of figures in a series.</summary>
    public const string TooManyValues = "indicator.too-many-values";
    public const string NoValues = "indicator.no-values";

    /// <summary>Values: greatest number of kilobytes.</summary>
    public const string FileLarge = "indicator.file-large";

    public const string HeaderWrong = "indicator.header-wrong";
}
