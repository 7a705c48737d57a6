// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Programme.People;

namespace Faro.Tests.Support;

/// <summary>Invented people for counting: records without identity, most of them from Guatemala.</summary>
public static class CountedPeople
{
    public const int Many = 178;

    /// <summary>Of every 178: Guatemala 120, Honduras 31, Mexico 15, El Salvador 8, China 3, not known 1.</summary>
    private static readonly (string Country, int Until)[] Countries =
    [
        ("gt", 120),
        ("hn", 151),
        ("mx", 166),
        ("sv", 174),
        ("cn", 177),
        ("", Many),
    ];

    private static readonly string[] Ages = ["9-17", "18-20", "21-23", "24-26", "30-38", ""];

    private static readonly string[] Forms =
    [
        "sexual-exploitation",
        "labour-exploitation",
        "forced-begging",
    ];

    /// <summary>Adds so many people, numbered from a first one.</summary>
    public static void Add(Act act, int many = Many, int first = 0)
    {
        for (var i = first; i < first + many; i++)
        {
            act.Db.People.Add(
                new Person
                {
                    Id = act.NewId(),
                    Number = string.Create(CultureInfo.InvariantCulture, $"PVR-2026-{i:0000}"),
                    AgencyId = act.NewId(),
                    Sex = i % 4 == 0 ? "male" : "female",
                    AgeBand = Ages[i % Ages.Length],
                    Citizenship = Countries.First(each => i % Many < each.Until).Country,
                    Status = i % 5 == 0 ? "possible-victim" : "actual-victim",
                    ExploitationForms =
                        i % 3 == 0 ? [Forms[0], Forms[1]]
                        : i % 7 == 0 ? []
                        : [Forms[i % 2]],
                    RegisteredOn = new DateOnly(2005 + (i % 22), 3, 1),
                    CreatedAt = act.Now,
                }
            );
        }
    }
}
