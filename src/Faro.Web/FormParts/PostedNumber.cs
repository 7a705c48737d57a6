// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Web.FormParts;

/// <summary>An amount as a text field sends it and wants it.</summary>
internal static class PostedNumber
{
    /// <summary>Text that is no number becomes one outside every range, so that the rule itself speaks.</summary>
    public static decimal? Read(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : -1;

    public static string? Write(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
