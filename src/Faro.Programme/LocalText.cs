// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme;

/// <summary>Words in both languages; where one is missing the reader gets the other and is told.</summary>
/// <param name="Es">Spanish, or empty.</param>
/// <param name="En">English, or empty.</param>
public sealed record LocalText(string Es, string En)
{
    public static readonly LocalText Empty = new("", "");

    public bool IsEmpty => Es.Length == 0 && En.Length == 0;

    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    public string In(string language) =>
        language == "en" && En.Length > 0 ? En
        : Es.Length > 0 ? Es
        : En;

    /// <summary>Whether there are words in this very language.</summary>
    public bool Has(string language) => (language == "en" ? En : Es).Length > 0;
}
