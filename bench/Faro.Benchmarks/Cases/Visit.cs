// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Demo;
using Faro.Programme.People;

namespace Faro.Benchmarks.Cases;

/// <summary>A page that is asked for, by somebody, differently each time. Another page is another line of <see cref="All"/>.</summary>
/// <param name="Name">As the results call it.</param>
/// <param name="Share">Of a hundred pages of a working day.</param>
/// <param name="RunAsync">Asks for it once.</param>
internal sealed record Visit(string Name, int Share, Func<BenchUser, Random, Task> RunAsync)
{
    private static readonly NamePool Names = new();

    public static readonly IReadOnlyList<Visit> All =
    [
        Of("Home", 10, "/"),
        Of("Caseload: my cases", 20, "/casos?whose=mine"),
        Of("Caseload: agency, two filters", 10, "/casos?risk=high&due=week"),
        new(
            "Caseload: a later page",
            5,
            (user, dice) => user.VisitAsync($"/casos?after={CaseOf(user, dice)}")
        ),
        new("Case", 45, (user, dice) => user.VisitAsync($"/casos/{CaseOf(user, dice)}")),
        new(
            "Search by name, no accent",
            10,
            (user, dice) => user.VisitSearchAsync(NameWithoutAccents(dice))
        ),
    ];

    /// <summary>A given name and a surname that somebody may bear, as typed in a hurry.</summary>
    public static string NameWithoutAccents(Random dice)
    {
        var given = Names.Female[dice.Next(Names.Female.Count)];
        var surname = Names.Surnames[dice.Next(Names.Surnames.Count)];
        return NameFolding.Fold($"{given} {surname}");
    }

    private static Visit Of(string name, int share, string path) =>
        new(name, share, (user, _) => user.VisitAsync(path));

    private static Guid CaseOf(BenchUser user, Random dice) =>
        user.Cases[dice.Next(user.Cases.Count)];
}
