// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;

namespace Faro.Programme.Consent;

/// <summary>Kinds of data that a consent names: codes of the list <c>data-categories</c>.</summary>
public static class DataCategories
{
    public const string List = "data-categories";

    public const string Identity = "identity";
    public const string Contact = "contact";
    public const string Social = "social";
    public const string Health = "health";
    public const string Legal = "legal";
    public const string Shelter = "shelter";
    public const string Photographs = "photographs";
    public const string NonIdentifying = "non-identifying";

    /// <summary>What is told about a person in words.</summary>
    public static readonly IReadOnlyList<string> Told =
    [
        Identity,
        Contact,
        Social,
        Health,
        Legal,
        Shelter,
    ];

    /// <summary>The category that covers what lies in a compartment of a case.</summary>
    public static string Of(string compartment) =>
        compartment switch
        {
            Compartments.Social => Social,
            Compartments.Health => Health,
            Compartments.Legal => Legal,
            Compartments.Shelter => Shelter,
            _ => throw new ArgumentOutOfRangeException(nameof(compartment), compartment, "none"),
        };

    /// <summary>The compartments that a consent to these categories opens.</summary>
    public static IReadOnlyList<string> Opened(IReadOnlyCollection<string> categories) =>
        [.. Compartments.All.Where(each => categories.Contains(Of(each), StringComparer.Ordinal))];

    /// <summary>Everything that can be tied to her is sensitive here: that she is in a case file says what happened to her.</summary>
    public static bool IsSensitive(string category) => category != NonIdentifying;
}
