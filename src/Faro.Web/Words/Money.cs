// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Web.Words;

/// <summary>Amounts of money as a page writes them; empty for none.</summary>
internal static class Money
{
    public static string Of(decimal? amount, string currency) =>
        amount is { } known
            ? $"{known.ToString("N2", CultureInfo.CurrentCulture)} {currency.ToUpperInvariant()}"
            : "";
}
