// SPDX-License-Identifier: Apache-2.0

namespace Faro.Programme.People;

/// <summary>Whether an identity can be kept. Nothing in it must be known; what is there must be readable.</summary>
internal static class IdentityChecks
{
    public const string DocumentKindList = "document-kinds";

    /// <param name="identity">Already tidied.</param>
    /// <param name="today">The local day.</param>
    public static List<Refusal> Check(PersonIdentity identity, DateOnly today)
    {
        var refusals = new List<Refusal>();
        CheckLengths(identity, refusals);
        CheckBirth(identity.Birth, today, refusals);
        var kinds = CodeLists.Get(DocumentKindList);
        var countries = CodeLists.Get(PersonFacts.CountryList);
        if (identity.Documents.Any(document => !kinds.Contains(document.Kind)))
        {
            refusals.Add(
                new Refusal(PeopleRefusals.DocumentKindUnknown, nameof(identity.Documents))
            );
        }

        if (
            identity.Documents.Any(document =>
                document.Country.Length > 0 && !countries.Contains(document.Country)
            )
        )
        {
            refusals.Add(new Refusal(PeopleRefusals.CountryUnknown, nameof(identity.Documents)));
        }

        if (identity.Phones.Any(phone => !PhoneNumber.TryRead(phone.Number, out _)))
        {
            refusals.Add(
                new Refusal(PeopleRefusals.PhoneNotInternational, nameof(identity.Phones))
            );
        }

        return refusals;
    }

    private static void CheckLengths(PersonIdentity identity, List<Refusal> refusals)
    {
        void AtMost(string text, int limit, string field)
        {
            if (text.Length > limit)
            {
                refusals.Add(new Refusal(PeopleRefusals.TooLong, field, limit));
            }
        }

        void Few(int count, string field)
        {
            if (count > PersonIdentity.ListMaxLength)
            {
                refusals.Add(
                    new Refusal(PeopleRefusals.TooMany, field, PersonIdentity.ListMaxLength)
                );
            }
        }

        AtMost(identity.GivenNames, PersonIdentity.NameMaxLength, nameof(identity.GivenNames));
        AtMost(identity.Surname1, PersonIdentity.NameMaxLength, nameof(identity.Surname1));
        AtMost(identity.Surname2, PersonIdentity.NameMaxLength, nameof(identity.Surname2));
        AtMost(identity.OtherNames, PersonIdentity.NameMaxLength, nameof(identity.OtherNames));
        AtMost(identity.Address, PersonIdentity.AddressMaxLength, nameof(identity.Address));
        AtMost(identity.Notes, PersonIdentity.NotesMaxLength, nameof(identity.Notes));
        AtMost(Longest(identity.Aliases), PersonIdentity.NameMaxLength, nameof(identity.Aliases));
        AtMost(
            Longest(identity.Documents.Select(document => document.Number)),
            IdentityDocument.NumberMaxLength,
            nameof(identity.Documents)
        );
        AtMost(
            Longest(identity.Phones.Select(phone => phone.Note)),
            IdentityPhone.NoteMaxLength,
            nameof(identity.Phones)
        );
        Few(identity.Aliases.Count, nameof(identity.Aliases));
        Few(identity.Documents.Count, nameof(identity.Documents));
        Few(identity.Phones.Count, nameof(identity.Phones));
    }

    private static void CheckBirth(BirthDate? birth, DateOnly today, List<Refusal> refusals)
    {
        if (birth is null)
        {
            return;
        }

        if (!birth.IsWellFormed())
        {
            refusals.Add(new Refusal(PeopleRefusals.BirthNotADate, nameof(PersonIdentity.Birth)));
        }
        else if (birth.Earliest() > today)
        {
            refusals.Add(new Refusal(PeopleRefusals.BirthInFuture, nameof(PersonIdentity.Birth)));
        }
    }

    private static string Longest(IEnumerable<string> texts) =>
        texts.MaxBy(text => text.Length) ?? "";
}
