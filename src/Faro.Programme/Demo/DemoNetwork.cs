// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Access.Account;
using Faro.Programme.Access.Users;
using Faro.Programme.Agencies;
using Faro.Programme.Settings;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>The programme of the story, its agencies, and the accounts of its people.</summary>
public sealed class DemoNetwork(
    DatabaseEngine engine,
    FirstRun firstRun,
    ChangeSettings changeSettings,
    RegisterAgency registerAgency,
    CreateUser createUser,
    CreateApiToken createToken
)
{
    internal static readonly IReadOnlyDictionary<string, string> Words = DemoFiles
        .Rows("words")
        .ToDictionary(row => row["key"], row => row["text"], StringComparer.Ordinal);

    private static ProfileAnswers Programme =>
        new(
            Words["programme"],
            Words["country"],
            Words["territory"],
            Words["territory-name"],
            Words["prefix"]
        );

    internal async Task<Network> MakeAsync(CancellationToken cancellation)
    {
        var rows = DemoFiles.Rows("agencies");
        var begun = await BeginAsync(rows[0], cancellation);
        await changeSettings
            .RunAsync(
                Actor.System,
                new ChangeSettingsInput(
                    1,
                    Programme,
                    NeutralTitles: true,
                    ProgrammeProfile.LeastMinimumCell
                )
                {
                    ImpactAssessedOn = new DateOnly(2025, 11, 14),
                    ImpactReference = Words["impact"],
                },
                cancellation
            )
            .DoneAsync();
        var agencies = new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            [rows[0]["code"]] = begun.AgencyId,
        };
        foreach (var row in rows.Skip(1))
        {
            agencies[row["code"]] = await registerAgency
                .RunAsync(Actor.System, Facts(row), cancellation)
                .DoneAsync();
        }

        var accounts = await MakeUsersAsync(agencies, cancellation);
        accounts.Add(await HandOutAsync(Role.Administrator.Code, begun.UserId, cancellation));
        List<(Guid Agency, int Weight)> registering =
        [
            .. rows.Select(row =>
                    (agencies[row["code"]], int.Parse(row["people"], CultureInfo.InvariantCulture))
                )
                .Where(each => each.Item2 > 0),
        ];
        return new Network(accounts, registering, agencies);
    }

    /// <summary>The account of a user name, as somebody who acts.</summary>
    internal async Task<Actor> ActorAsync(string userName, CancellationToken cancellation)
    {
        await using var db = engine.OpenReader();
        var folded = User.Fold(userName);
        var user = await db.Users.FirstAsync(
            user => user.NormalizedUserName == folded,
            cancellation
        );
        return user.Acting(null);
    }

    private Task<Begun> BeginAsync(
        IReadOnlyDictionary<string, string> agency,
        CancellationToken cancellation
    ) =>
        firstRun
            .RunAsync(
                Actor.System,
                new FirstRunInput(
                    Programme,
                    agency["name"],
                    agency["short"],
                    agency["sector"],
                    agency["kind"],
                    Words["administrator"],
                    Role.Administrator.Code,
                    new Secret(Words["password"]),
                    "es"
                ),
                cancellation
            )
            .DoneAsync();

    private async Task<List<DemoAccount>> MakeUsersAsync(
        Dictionary<string, Guid> agencies,
        CancellationToken cancellation
    )
    {
        var rows = DemoFiles.Rows("users");
        // Hashing a password is slow on purpose: all at once, on all processors.
        var made = await Task.WhenAll(
            rows.Select(row =>
                Task.Run(
                    () =>
                        createUser
                            .RunAsync(
                                Actor.System,
                                new CreateUserInput(
                                    row["user"],
                                    row["name"],
                                    agencies[row["agency"]],
                                    [row["roles"]],
                                    row["language"]
                                )
                                {
                                    Compartments = row["compartments"]
                                        .Split(' ', StringSplitOptions.RemoveEmptyEntries),
                                    ChosenPassword = new Secret(Words["password"]),
                                },
                                cancellation
                            )
                            .DoneAsync(),
                    cancellation
                )
            )
        );
        var accounts = new List<DemoAccount>();
        foreach (var (row, user) in rows.Zip(made).Where(each => each.First["handed"] == "yes"))
        {
            accounts.Add(await HandOutAsync(row["user"], user.UserId, cancellation));
        }

        return accounts;
    }

    private async Task<DemoAccount> HandOutAsync(
        string userName,
        Guid userId,
        CancellationToken cancellation
    )
    {
        User user;
        await using (var db = engine.OpenReader())
        {
            user = await db.Users.FirstAsync(each => each.Id == userId, cancellation);
        }

        var token = await createToken
            .RunAsync(
                user.Acting(null),
                new CreateApiTokenInput(Words["token"], ApiToken.MaxDays),
                cancellation
            )
            .DoneAsync();
        return new DemoAccount(
            user.RoleCodes[0],
            userName,
            Words["password"],
            token.Secret.Reveal()
        );
    }

    private static AgencyFacts Facts(IReadOnlyDictionary<string, string> row) =>
        new()
        {
            Name = row["name"],
            ShortName = row["short"],
            Sector = row["sector"],
            Kind = row["kind"],
            Territory = row["territory"],
            Phone = row["phone"],
            Email = row["email"],
            Mandate = row["mandate"],
        };
}

/// <param name="Accounts">One for every role.</param>
/// <param name="Registering">The agencies that register people, and how many of a hundred.</param>
/// <param name="Agencies">Ids by the story's codes.</param>
internal sealed record Network(
    IReadOnlyList<DemoAccount> Accounts,
    IReadOnlyList<(Guid Agency, int Weight)> Registering,
    IReadOnlyDictionary<string, Guid> Agencies
);
