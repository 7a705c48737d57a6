// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Web.FormParts;

/// <summary>A day as a browser's date field sends and wants it.</summary>
internal static class PostedDay
{
    private const string Format = "yyyy-MM-dd";

    /// <param name="text">As it was sent.</param>
    /// <param name="wrong">What stands for text that is no day: one that no rule takes, so that the rule itself speaks.</param>
    /// <returns>Null when nothing was said.</returns>
    public static DateOnly? Read(string? text, DateOnly? wrong = null) =>
        string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(
            text.Trim(),
            Format,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
        : wrong;

    public static string? Write(DateOnly? day) =>
        day?.ToString(Format, CultureInfo.InvariantCulture);
}
