// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Web.Features.Studies;

/// <summary>Numbers as people write them. What is none becomes one outside every range, so that the rule itself speaks.</summary>
internal static class PostedNumber
{
    public static double Fraction(string? text) =>
        double.TryParse(
            text?.Replace(',', '.'),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : double.NaN;

    public static int Whole(string? text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : -1;

    public static long Long(string? text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static string Write(IFormattable number) =>
        number.ToString(null, CultureInfo.InvariantCulture);
}
