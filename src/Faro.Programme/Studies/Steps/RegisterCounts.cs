// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Steps;

/// <summary>The programme's own people of the study's period, counted by the same cuts. No identity is opened for it.</summary>
internal static class RegisterCounts
{
    private const string NotKnown = "not-known";

    public static async Task<IReadOnlyList<GroupCount>> ReadAsync(
        FaroDb db,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    )
    {
        var people = await db
            .People.OnePerPerson()
            .Where(person => person.RegisteredOn >= from && person.RegisteredOn <= to)
            .Select(person => new
            {
                person.Sex,
                person.AgeBand,
                person.Citizenship,
                person.ExploitationForms,
                person.RegisteredOn,
            })
            .ToListAsync(cancellation);
        GroupCount One(string group, string list, bool isOpen, IEnumerable<string> codes) =>
            Count(group, list, people.Count, isOpen, [.. codes.Select(code => (string[])[code])]);

        return
        [
            One(
                ProfileGroups.Year,
                "",
                isOpen: true,
                people.Select(each => each.RegisteredOn.Year.ToString(CultureInfo.InvariantCulture))
            ),
            One(ProfileGroups.Sex, "sex", isOpen: false, people.Select(each => each.Sex)),
            One(ProfileGroups.Age, "age-bands", isOpen: false, people.Select(each => each.AgeBand)),
            One(
                ProfileGroups.Citizenship,
                "countries",
                isOpen: true,
                people.Select(each => each.Citizenship)
            ),
            Count(
                ProfileGroups.Forms,
                "exploitation-forms",
                people.Count,
                isOpen: false,
                [.. people.Select(each => each.ExploitationForms.ToArray())],
                manyAnswers: true
            ),
        ];
    }

    private static GroupCount Count(
        string group,
        string list,
        long records,
        bool isOpen,
        List<string[]> answers,
        bool manyAnswers = false
    )
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        long informative = 0;
        foreach (var answer in answers)
        {
            string[] known =
            [
                .. answer
                    .Where(code => code is not ("" or NotKnown))
                    .Distinct(StringComparer.Ordinal),
            ];
            informative += known.Length > 0 ? 1 : 0;
            foreach (var code in known)
            {
                counts[code] = counts.GetValueOrDefault(code) + 1;
            }
        }

        IEnumerable<string> codes = isOpen
            ? counts.Keys
            : CodeLists
                .Get(list)
                .Entries.Select(entry => entry.Code)
                .Where(code => code != NotKnown);
        return new GroupCount(
            group,
            list,
            manyAnswers,
            isOpen,
            HasShares: true,
            records,
            informative,
            [.. codes.Select(code => new CodeCount(code, counts.GetValueOrDefault(code)))]
        );
    }
}
