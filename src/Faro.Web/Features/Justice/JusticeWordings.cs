// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Justice;
using Faro.Web.FormParts;

namespace Faro.Web.Features.Justice;

/// <summary>Codes of the justice track as a page writes them.</summary>
internal static class JusticeWordings
{
    /// <summary>With its article, as in "LG 13 · …".</summary>
    public static string Offence(string code) =>
        JusticeFacts.KnownOffences.FirstOrDefault(offence => offence.Code == code) is { } known
            ? $"{known.Article} · {known.Words.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)}"
            : code;

    public static IReadOnlyList<Choice> Offences =>
        [
            .. JusticeFacts.KnownOffences.Select(offence => new Choice(
                offence.Code,
                Offence(offence.Code)
            )),
        ];

    public static string MeasureTone(string state) =>
        state switch
        {
            ProtectionMeasure.Granted => "v",
            ProtectionMeasure.Asked => "a",
            ProtectionMeasure.Refused => "r",
            _ => "",
        };

    public static string HearingTone(string state) =>
        state switch
        {
            Hearing.Attended or Hearing.AttendedRemotely => "v",
            Hearing.Planned => "a",
            _ => "",
        };

    public static string ReparationTone(string state) =>
        state switch
        {
            Reparation.Fulfilled => "v",
            Reparation.Ordered or Reparation.Partly or Reparation.Asked => "a",
            "refused" => "r",
            _ => "",
        };
}
