// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.People;

namespace Faro.Programme.Demo;

/// <summary>
/// The invented people. The usual number is registered one by one, as people of flesh and blood would be; for tests of
/// size thousands enter in one act. Everybody has an identity in the vault and can be found by it.
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
            return new InventedPerson(person, AgencyOf(network, person.Place), number);
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

        await using var batches = new DemoBatches(count, progress);
        for (var first = 0; first < count; first += Batch)
        {
            var from = first;
            var size = Math.Min(Batch, count - first);
            await batches.AddAsync(
                size,
                () =>
                    registerMany
                        .RunAsync(
                            Actor.System,
                            new InventedPeople([.. Enumerable.Range(from, size).Select(Make)]),
                            cancellation
                        )
                        .DoneAsync()
            );
        }
    }

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
