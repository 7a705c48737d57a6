// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Consent;

/// <summary>What a person may agree to, to whom it can speak and what it can name: codes of <c>consent-purposes</c>.</summary>
public static class ConsentPurposes
{
    public const string List = "consent-purposes";

    public const string Interview = "interview";
    public const string DataUse = "data-use";
    public const string Referral = "referral";
    public const string Consulate = "consulate";
    public const string Research = "research";
    public const string Photographs = "photographs";

    /// <summary>In the order in which they are asked.</summary>
    public static readonly IReadOnlyList<ConsentPurpose> All =
    [
        new(Interview, ConsentRecipients.OwnAgency, DataCategories.Told),
        new(DataUse, ConsentRecipients.OwnAgency, DataCategories.Told),
        new(
            Referral,
            ConsentRecipients.Agency,
            [.. DataCategories.Told, DataCategories.Photographs]
        ),
        new(Consulate, ConsentRecipients.Consulate, DataCategories.Told),
        new(Research, ConsentRecipients.Researchers, [DataCategories.NonIdentifying]),
        new(Photographs, ConsentRecipients.OwnAgency, [DataCategories.Photographs]),
    ];

    /// <returns>Null when there is no such purpose.</returns>
    public static ConsentPurpose? Find(string code) =>
        All.FirstOrDefault(purpose => purpose.Code == code);
}

/// <param name="Code">Of the list <c>consent-purposes</c>.</param>
/// <param name="Recipient">The kind of recipient it speaks to: a code of <c>consent-recipients</c>.</param>
/// <param name="Categories">What it can name: codes of <c>data-categories</c>.</param>
public sealed record ConsentPurpose(
    string Code,
    string Recipient,
    IReadOnlyList<string> Categories
);

/// <summary>Kinds of recipient: codes of the list <c>consent-recipients</c>.</summary>
public static class ConsentRecipients
{
    public const string List = "consent-recipients";
    public const string OwnAgency = "own-agency";
    public const string Agency = "agency";
    public const string Consulate = "consulate";
    public const string Researchers = "researchers";
}

/// <summary>To whom a consent speaks.</summary>
/// <param name="Kind">A code of the list <c>consent-recipients</c>.</param>
/// <param name="AgencyId">Which, of an agency; else null.</param>
/// <param name="Country">Whose, of a consulate: a code of the list <c>countries</c>; else empty.</param>
public sealed record ConsentRecipient(string Kind, Guid? AgencyId = null, string Country = "")
{
    public static ConsentRecipient OwnAgency { get; } = new(ConsentRecipients.OwnAgency);

    public static ConsentRecipient Researchers { get; } = new(ConsentRecipients.Researchers);

    public static ConsentRecipient Agency(Guid id) => new(ConsentRecipients.Agency, id);

    public static ConsentRecipient Consulate(string country) =>
        new(ConsentRecipients.Consulate, null, country);
}
