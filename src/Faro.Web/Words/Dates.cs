// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Web.Words;

/// <summary>Days and moments as a page writes them, in the language of the request and at the clock of the place.</summary>
internal static class Dates
{
    private static string Long =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es"
            ? "d 'de' MMMM 'de' yyyy"
            : "d MMMM yyyy";

    public static string Day(DateOnly day) => day.ToString(Long, CultureInfo.CurrentCulture);

    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.LocalDateTime));

    /// <summary>For tables and tags; empty for none.</summary>
    public static string Short(DateOnly? day) =>
        day?.ToString("d MMM yyyy", CultureInfo.CurrentCulture) ?? "";

    public static string Short(DateTimeOffset at) => Short(DateOnly.FromDateTime(at.LocalDateTime));

    public static string Moment(DateTimeOffset at) =>
        at.ToLocalTime().ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);
}
