// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Programme.Storage;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>
/// Thousands of invented people in one act with one link of the audit, for demonstrations of size. The work of sealing is
/// done before the writer is asked, so that one batch is sealed while another is written.
/// </summary>
public sealed class RegisterInventedPeople(OperationDoor door)
    : Operation<InventedPeople, int>(door)
{
    public override Permission Permission => Permissions.RegisterPeople;

    protected internal override Task<InventedPeople> PrepareAsync(
        Preparation preparation,
        InventedPeople input,
        CancellationToken cancellation
    )
    {
        if (!IsDemo(preparation.Actor, preparation.Get<FaroOptions>()))
        {
            return Task.FromResult(input);
        }

        var vault = preparation.Get<SealingVault>();
        var sealedPeople = input.People.Select(person => Seal(vault, person)).ToList();
        return Task.FromResult(input with { Sealed = sealedPeople });
    }

    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        InventedPeople input,
        CancellationToken cancellation
    )
    {
        if (input.Sealed is not { } people || !IsDemo(act.Actor, act.Get<FaroOptions>()))
        {
            return new Refusal(DemoRefusals.OnlyInDemo);
        }

        var rows = await NumberAsync(act, people, cancellation);
        await act.Db.AddRowsAsync(rows, cancellation);
        await act.Db.AddRowsAsync(people.ConvertAll(each => each.Box), cancellation);
        await act.Db.AddRowsAsync(people.ConvertAll(each => each.Key), cancellation);
        // In the order of the index: neighbours lie on one page.
        var tokens = people.SelectMany(each => each.Tokens).ToList();
        tokens.Sort(ByIndex);
        await act.Db.AddRowsAsync(tokens, cancellation);
        act.Note(
            "person",
            null,
            ("invented", rows.Count.ToString(CultureInfo.InvariantCulture)),
            ("first", rows[0].Number),
            ("last", rows[^1].Number)
        );
        return rows.Count;
    }

    private static bool IsDemo(Actor actor, FaroOptions options) => actor.IsSystem && options.Demo;

    private static int ByIndex(BlindToken one, BlindToken other)
    {
        var kind = string.CompareOrdinal(one.Kind, other.Kind);
        return kind != 0 ? kind : one.Token.AsSpan().SequenceCompareTo(other.Token);
    }

    private static SealedPerson Seal(SealingVault vault, InventedPerson person)
    {
        // By the day of registration, so that a list of the newest first tells the story in order.
        var moment = new DateTimeOffset(
            person.Made.RegisteredOn.ToDateTime(TimeOnly.MinValue),
            TimeSpan.Zero
        ).AddMilliseconds(person.Sequence);
        var id = Guid.CreateVersion7(moment);
        var identity = person.Made.Identity.Tidied();
        var key = vault.NewKey(id);
        var box = new SealedIdentity
        {
            PersonId = id,
            Box = IdentityBox.Seal(vault, key, identity),
        };
        return new SealedPerson(id, person, box, key, IdentityTokens.Of(vault, id, identity));
    }

    private static async Task<List<Person>> NumberAsync(
        Act act,
        IReadOnlyList<SealedPerson> people,
        CancellationToken cancellation
    )
    {
        var prefix = await act
            .Db.Profiles.Select(profile => profile.NumberPrefix)
            .FirstAsync(cancellation);
        var counters = await act.Db.PersonNumbers.ToDictionaryAsync(
            counter => counter.Year,
            cancellation
        );
        return people
            .Select(each =>
            {
                var made = each.Source.Made;
                var year = made.RegisteredOn.Year;
                if (!counters.TryGetValue(year, out var counter))
                {
                    counter = new PersonNumber { Year = year };
                    counters.Add(year, counter);
                    act.Db.PersonNumbers.Add(counter);
                }

                counter.Last++;
                var person = new Person
                {
                    Id = each.Id,
                    Number = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{prefix}-{year:D4}-{counter.Last:D4}"
                    ),
                    AgencyId = each.Source.AgencyId,
                    Sex = made.Facts.Sex,
                    Status = made.Facts.Status,
                    RegisteredOn = made.RegisteredOn,
                    CreatedAt = act.Now,
                };
                made.Facts.Apply(person, made.Identity.Birth);
                return person;
            })
            .ToList();
    }
}

/// <param name="People">A few thousand at most: they are held in memory.</param>
public sealed record InventedPeople(IReadOnlyList<InventedPerson> People)
{
    internal List<SealedPerson>? Sealed { get; init; }
}

/// <summary>One invented person on her way in.</summary>
public sealed class InventedPerson
{
    internal InventedPerson(DemoPerson made, Guid agencyId, int sequence) =>
        (Made, AgencyId, Sequence) = (made, agencyId, sequence);

    internal DemoPerson Made { get; }

    internal Guid AgencyId { get; }

    /// <summary>Her place among all, which keeps ids in order.</summary>
    internal int Sequence { get; }
}

internal sealed record SealedPerson(
    Guid Id,
    InventedPerson Source,
    SealedIdentity Box,
    SealedKey Key,
    IReadOnlyList<BlindToken> Tokens
);
