// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.People;

namespace Faro.Programme.Demo;

/// <summary>
/// The invented people. The usual number is registered one by one, as people of flesh and blood would be; for tests of
/// size thousands enter in one act, and above <see cref="DemoSize.Named"/> only some of them, evenly spread, have an
/// identity in the vault.
/// </summary>
public sealed class DemoPeople(RegisterPerson register, RegisterInventedPeople registerMany)
{
    private const int Batch = 4000;

    internal async Task MakeAsync(
        Network network,
        ulong seed,
        int count,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var names = new NamePool();
        InventedPerson Make(int number)
        {
            var person = DemoPerson.Make(names, DemoNetwork.Words["note"], seed, number, count);
            return new InventedPerson(
                person,
                AgencyOf(network, person.Place),
                number,
                HasIdentity(number, count)
            );
        }

        if (count == DemoSize.Usual)
        {
            foreach (var person in Enumerable.Range(0, count).Select(Make))
            {
                await register
                    .RunAsync(
                        Actor.System,
                        new RegisterPersonInput(
                            person.Made.Facts,
                            person.Made.Identity,
                            person.Made.RegisteredOn,
                            person.AgencyId
                        ),
                        cancellation
                    )
                    .DoneAsync();
            }

            return;
        }

        // Two batches at a time: one is sealed while the other is written.
        Task<int> before = Task.FromResult(0);
        for (var first = 0; first < count; first += Batch)
        {
            var people = Enumerable
                .Range(first, Math.Min(Batch, count - first))
                .Select(Make)
                .ToList();
            var next = Task.Run(
                () =>
                    registerMany
                        .RunAsync(Actor.System, new InventedPeople(people), cancellation)
                        .DoneAsync(),
                cancellation
            );
            await before;
            before = next;
            progress?.Report((double)first / count);
        }

        await before;
    }

    /// <summary>Evenly spread over all, so that searching finds old and new.</summary>
    internal static bool HasIdentity(int number, int count) =>
        count <= DemoSize.Named
        || (long)number * DemoSize.Named / count != (long)(number - 1) * DemoSize.Named / count
        || number == 0;

    private static Guid AgencyOf(Network network, int place)
    {
        foreach (var (agency, weight) in network.Registering)
        {
            if (place < weight)
            {
                return agency;
            }

            place -= weight;
        }

        throw new InvalidOperationException("Bug in Faro: the story's agencies do not add up");
    }
}
