// SPDX-License-Identifier: Apache-2.0

namespace Faro.Programme.People;

/// <summary>What statistics may know of somebody. Sex and status must be said, even if only that they are not known.</summary>
public sealed record PersonFacts
{
    public const string SexList = "sex";
    public const string GenderList = "gender";
    public const string CountryList = "countries";
    public const string StatusList = "trafficking-status";
    public const string ExploitationList = "exploitation-forms";

    /// <summary>A code of the list <c>sex</c>.</summary>
    public required string Sex { get; init; }

    /// <summary>A code of the list <c>trafficking-status</c>.</summary>
    public required string Status { get; init; }

    /// <summary>A code of the list <c>gender</c>, or empty.</summary>
    public string Gender { get; init; } = "";

    /// <summary>A code of the list <c>age-bands</c>, or empty. A birth date that settles the band comes before it.</summary>
    public string AgeBand { get; init; } = "";

    /// <summary>Nothing yet shows whether she is of age.</summary>
    public bool AgeInDoubt { get; init; }

    /// <summary>A code of the list <c>countries</c>, or empty.</summary>
    public string Citizenship { get; init; } = "";

    /// <summary>Codes of the list <c>exploitation-forms</c>.</summary>
    public IReadOnlyList<string> ExploitationForms { get; init; } = [];

    internal List<Refusal> Check(DateOnly today)
    {
        var refusals = new List<Refusal>();
        bool Is(string list, string code) => CodeLists.Get(list).Accepts(code, today);
        bool IsEmptyOr(string list, string code) => code.Length == 0 || Is(list, code);
        refusals.Must(Is(SexList, Sex), PeopleRefusals.SexUnknown, nameof(Sex));
        refusals.Must(Is(StatusList, Status), PeopleRefusals.StatusUnknown, nameof(Status));
        refusals.Must(IsEmptyOr(GenderList, Gender), PeopleRefusals.GenderUnknown, nameof(Gender));
        refusals.Must(
            IsEmptyOr(AgeBands.List, AgeBand),
            PeopleRefusals.AgeBandUnknown,
            nameof(AgeBand)
        );
        refusals.Must(
            IsEmptyOr(CountryList, Citizenship),
            PeopleRefusals.CountryUnknown,
            nameof(Citizenship)
        );
        refusals.Must(
            ExploitationForms.All(form => Is(ExploitationList, form)),
            PeopleRefusals.ExploitationUnknown,
            nameof(ExploitationForms)
        );
        return refusals;
    }

    /// <summary>Writes these facts on a person, with what her birth date says of her age.</summary>
    /// <returns>The fields that became different.</returns>
    internal IReadOnlyList<string> Apply(Person person, BirthDate? birth)
    {
        var fields = new List<string>();
        void Set<T>(string field, T before, T after, Action<T> set)
        {
            if (!EqualityComparer<T>.Default.Equals(before, after))
            {
                set(after);
                fields.Add(field);
            }
        }

        Set("sex", person.Sex, Sex, value => person.Sex = value);
        Set("status", person.Status, Status, value => person.Status = value);
        Set("gender", person.Gender, Gender, value => person.Gender = value);
        Set("citizenship", person.Citizenship, Citizenship, value => person.Citizenship = value);
        var (band, inDoubt) = Age(AgeBand, AgeInDoubt, birth, person.RegisteredOn);
        Set("age-band", person.AgeBand, band, value => person.AgeBand = value);
        Set("age-in-doubt", person.AgeInDoubt, inDoubt, value => person.AgeInDoubt = value);
        var forms = ExploitationForms.Distinct(StringComparer.Ordinal).ToList();
        if (!forms.SequenceEqual(person.ExploitationForms, StringComparer.Ordinal))
        {
            person.ExploitationForms = forms;
            fields.Add("exploitation-forms");
        }

        return fields;
    }

    /// <summary>
    /// A birth date that lies in one band gives the band; one that spans majority leaves the age in doubt unless somebody
    /// chose a band.
    /// </summary>
    internal static (string Band, bool InDoubt) Age(
        string band,
        bool inDoubt,
        BirthDate? birth,
        DateOnly registeredOn
    )
    {
        if (birth is null)
        {
            return (band, inDoubt);
        }

        var (youngest, oldest) = birth.AgesOn(registeredOn);
        var given = AgeBands.Of(birth, registeredOn);
        var spansMajority = youngest < AgeBands.Majority && oldest >= AgeBands.Majority;
        return (given.Length > 0 ? given : band, inDoubt || (spansMajority && band.Length == 0));
    }
}
