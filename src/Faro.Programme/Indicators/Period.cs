// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Faro.Programme.Indicators;

/// <summary>A year (<c>2020</c>), a month (<c>2020-03</c>) or a quarter (<c>2020-Q1</c>). Those of one kind sort as text.</summary>
public static partial class Period
{
    public static bool IsWellFormed(string text) => Form().IsMatch(text);

    /// <summary>Whether both are years, both months or both quarters.</summary>
    public static bool AreOfOneKind(string first, string second) => Kind(first) == Kind(second);

    private static char Kind(string text) =>
        text.Length == 4 ? 'Y'
        : text[5] == 'Q' ? 'Q'
        : 'M';

    [GeneratedRegex(
        @"^(1[5-9]|20)[0-9]{2}(-(0[1-9]|1[0-2]|Q[1-4]))?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
