// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.People;

/// <summary>
/// Who somebody is. Lives only sealed, or for the moment in which somebody who may reads or writes it; printing it shows
/// nothing, so that a careless log line stays silent.
/// </summary>
public sealed record PersonIdentity
{
    public const int NameMaxLength = 120;
    public const int AddressMaxLength = 400;
    public const int NotesMaxLength = 4000;

    /// <summary>Of each: aliases, documents, phones.</summary>
    public const int ListMaxLength = 10;

    public string GivenNames { get; init; } = "";

    public string Surname1 { get; init; } = "";

    public string Surname2 { get; init; } = "";

    /// <summary>Married or former names.</summary>
    public string OtherNames { get; init; } = "";

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public BirthDate? Birth { get; init; }

    public IReadOnlyList<IdentityDocument> Documents { get; init; } = [];

    public IReadOnlyList<IdentityPhone> Phones { get; init; } = [];

    public string Address { get; init; } = "";

    /// <summary>What identifies and fits nowhere else: scars, relatives' names, how to find her.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Every name she may be asked for.</summary>
    internal IEnumerable<string> AllNames() =>
        [GivenNames, Surname1, Surname2, OtherNames, .. Aliases];

    /// <summary>Spaces trimmed, blank rows dropped, phones that can be read in E.164.</summary>
    internal PersonIdentity Tidied() =>
        this with
        {
            GivenNames = Tidy(GivenNames),
            Surname1 = Tidy(Surname1),
            Surname2 = Tidy(Surname2),
            OtherNames = Tidy(OtherNames),
            Aliases = [.. Aliases.Select(Tidy).Where(alias => alias.Length > 0)],
            Documents =
            [
                .. Documents
                    .Select(document => document with { Number = Tidy(document.Number) })
                    .Where(document => document.Number.Length > 0),
            ],
            Phones =
            [
                .. Phones
                    .Where(phone => phone.Number.Trim().Length > 0)
                    .Select(phone =>
                        phone with
                        {
                            Number = PhoneNumber.TryRead(phone.Number, out var number)
                                ? number
                                : phone.Number.Trim(),
                            Note = phone.Note.Trim(),
                        }
                    ),
            ],
            Address = Address.Trim(),
            Notes = Notes.Trim(),
        };

    /// <summary>Shows nothing.</summary>
    public override string ToString() => "•••";

    private static string Tidy(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A document that says who somebody is.</summary>
/// <param name="Kind">A code of the list <c>document-kinds</c>.</param>
/// <param name="Number">As written on it.</param>
/// <param name="Country">A code of the list <c>countries</c>, or empty.</param>
public sealed record IdentityDocument(string Kind, string Number, string Country = "")
{
    public const int NumberMaxLength = 40;

    /// <summary>Shows nothing.</summary>
    public override string ToString() => "•••";
}

/// <summary>A way to call somebody, and whether a call could harm.</summary>
/// <param name="Number">E.164.</param>
/// <param name="Safe">Whether it is safe to call; null when nobody has asked yet.</param>
/// <param name="Note">When, or whom not to answer.</param>
public sealed record IdentityPhone(string Number, bool? Safe = null, string Note = "")
{
    public const int NoteMaxLength = 200;

    /// <summary>Shows nothing.</summary>
    public override string ToString() => "•••";
}
