// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Programme;

/// <summary>One value of a code list. Its code is what records store; it is never renamed, reused or deleted.</summary>
/// <param name="Code">Lower-kebab, or the official code in lower case where people say it (countries, states, languages, ISIC).</param>
/// <param name="Es">Label in Spanish (es-MX).</param>
/// <param name="En">Label in English.</param>
/// <param name="Htcds">Value in the Human Trafficking Case Data Standard 2.0, or empty.</param>
/// <param name="Ctdc">Value or flag column in the data of the Counter-Trafficking Data Collaborative, or empty.</param>
/// <param name="Since">First day on which it may be chosen; null for always.</param>
/// <param name="Until">Last day on which it may be chosen; null while in use.</param>
/// <param name="Order">Place in the list, from 1.</param>
/// <param name="Article">Article or official number behind this value, or empty.</param>
public sealed record CodeEntry(
    string Code,
    string Es,
    string En,
    string Htcds,
    string Ctdc,
    DateOnly? Since,
    DateOnly? Until,
    int Order,
    string Article
)
{
    /// <summary>The label in the culture's language: English for English, Spanish for every other.</summary>
    public string Label(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : Es;

    /// <summary>Whether it may be chosen on a day; what was recorded earlier stays valid.</summary>
    public bool IsInUse(DateOnly on) => !(on < Since) && !(on > Until);
}
