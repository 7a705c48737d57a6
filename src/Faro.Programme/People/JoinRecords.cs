// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Consent;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>
/// Says that two records are one person. Nothing is moved or overwritten: the second record points at the first, its cases
/// and its sealed identity stay where they are under its own key, and <see cref="PartRecords"/> takes it back whole.
/// </summary>
public sealed class JoinRecords(OperationDoor door) : Operation<JoinRecordsInput, Done>(door)
{
    /// <summary>Who joins has seen both identities.</summary>
    public override Permission Permission => Permissions.ViewIdentity;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        JoinRecordsInput input,
        CancellationToken cancellation
    )
    {
        var people = await act
            .Db.People.KeptBy(act.Actor)
            .Where(person => person.Id == input.KeptId || person.Id == input.OtherId)
            .ToListAsync(cancellation);
        var kept = people.Find(person => person.Id == input.KeptId);
        var other = people.Find(person => person.Id == input.OtherId);
        if (kept is null || other is null)
        {
            return new Refusal(PeopleRefusals.NotFound);
        }

        if (kept == other)
        {
            return new Refusal(PeopleRefusals.JoinOneself);
        }

        if (kept.Version != input.KeptVersion || other.Version != input.OtherVersion)
        {
            return new Refusal(PeopleRefusals.ChangedMeanwhile);
        }

        if (kept.ErasedAt is not null || other.ErasedAt is not null)
        {
            return new Refusal(PeopleRefusals.Erased);
        }

        if (kept.JoinedToId is not null || other.JoinedToId is not null)
        {
            return new Refusal(PeopleRefusals.AlreadyJoined);
        }

        // Those who were joined to the other stand behind the kept one now, so that nobody follows a chain.
        var behind = await act
            .Db.People.Where(person => person.JoinedToId == other.Id)
            .ToListAsync(cancellation);
        foreach (var person in behind.Append(other))
        {
            person.JoinedToId = kept.Id;
            person.Version++;
        }

        kept.Version++;
        await act.Db.SaveChangesAsync(cancellation);
        await ConsentTwins.SettleAsync(act, kept.Id, cancellation);
        act.Note("person", kept.Id, ("joined", other.Id.ToString()));
        act.Note("person", other.Id, ("joined-to", kept.Id.ToString()));
        return default(Done);
    }
}

/// <param name="KeptId">The record that lists and searches show from now on.</param>
/// <param name="KeptVersion">The version that was on the screen.</param>
/// <param name="OtherId">The record that stands behind it.</param>
/// <param name="OtherVersion">The version that was on the screen.</param>
public sealed record JoinRecordsInput(Guid KeptId, int KeptVersion, Guid OtherId, int OtherVersion);
