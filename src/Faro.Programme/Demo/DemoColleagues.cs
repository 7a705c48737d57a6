// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Access.Users;
using Faro.Programme.Cases;

namespace Faro.Programme.Demo;

/// <summary>
/// More caseworkers for demonstrations of size, in the agencies that register people and as many as these register, each
/// with an account of their own: <c>oim.001</c>, <c>oim.002</c> …
/// </summary>
public sealed class DemoColleagues(CreateUser createUser)
{
    internal async Task MakeAsync(Network network, int count, CancellationToken cancellation)
    {
        var codes = network.Agencies.ToDictionary(pair => pair.Value, pair => pair.Key);
        // Hashing a password is slow on purpose: all at once, on all processors.
        await Task.WhenAll(
            network.Registering.SelectMany(each =>
                Enumerable
                    .Range(1, (count * each.Weight + 99) / 100)
                    .Select(number =>
                        Task.Run(
                            () =>
                                MakeOneAsync(each.Agency, codes[each.Agency], number, cancellation),
                            cancellation
                        )
                    )
            )
        );
    }

    private Task<NewUser> MakeOneAsync(
        Guid agency,
        string code,
        int number,
        CancellationToken cancellation
    ) =>
        createUser
            .RunAsync(
                Actor.System,
                new CreateUserInput(
                    string.Create(CultureInfo.InvariantCulture, $"{code}.{number:D3}"),
                    string.Format(
                        CultureInfo.InvariantCulture,
                        DemoNetwork.Words["colleague"],
                        number
                    ),
                    agency,
                    [Role.Caseworker.Code],
                    "es"
                )
                {
                    Compartments = [Compartments.Social],
                    ChosenPassword = new Secret(DemoNetwork.Words["password"]),
                },
                cancellation
            )
            .DoneAsync();
}
