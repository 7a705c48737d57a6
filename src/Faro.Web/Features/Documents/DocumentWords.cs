// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Documents;
using Faro.Web.FormParts;
using Faro.Web.Words;

namespace Faro.Web.Features.Documents;

/// <summary>The vault's codes and numbers as people read them.</summary>
internal static class DocumentWords
{
    public static string Kind(string code) => CodeChoices.Label(DocumentKinds.List, code);

    public static string Size(long bytes) =>
        bytes < 1024 * 1024
            ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / 1024):N0} kB")
            : string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024.0 / 1024.0:N1} MB");

    /// <summary>The look of the tag of a day on which something ends, and the key of its words.</summary>
    public static (string Tone, string Word) Expiry(DateOnly ends, DateOnly today) =>
        ends < today ? ("r", "Expiry.Over")
        : ends <= today.AddDays(Document.DaysBeforeEnd) ? ("a", "Expiry.Soon")
        : ("", "Expiry.Later");

    /// <summary>The endings of names that are taken in, for a file question.</summary>
    public static string Accept =>
        string.Join(',', DocumentFormats.All.SelectMany(format => format.Endings));

    /// <summary>The parts of a case that this person works in.</summary>
    public static Choice[] Compartments(IReadOnlyList<string> mine, TimeProvider clock) =>
        [
            .. CodeChoices
                .Of(Programme.Cases.Compartments.List, clock)
                .Where(choice => mine.Contains(choice.Value, StringComparer.Ordinal)),
        ];
}
