// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>
/// Erases who somebody is, for good: her key, her sealed identity, every token that could find it, and her ties to other
/// people. What stays is a row that statistics count and nobody can name; whatever a backup still holds of her cannot be
/// opened without the key.
/// </summary>
public sealed class ErasePerson(OperationDoor door) : Operation<ErasePersonInput, Done>(door)
{
    public const string ReasonList = "erasure-reasons";

    public override Permission Permission => Permissions.ErasePeople;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ErasePersonInput input,
        CancellationToken cancellation
    )
    {
        var person = await act
            .Db.People.VisibleTo(act.Actor)
            .FirstOrDefaultAsync(row => row.Id == input.PersonId, cancellation);
        if (person is null)
        {
            return new Refusal(PeopleRefusals.NotFound);
        }

        if (person.ErasedAt is not null)
        {
            return new Refusal(PeopleRefusals.Erased);
        }

        var refusals = new List<Refusal>();
        var today = act.Today;
        if (!CodeLists.Get(ReasonList).Accepts(input.Reason, today))
        {
            refusals.Add(new Refusal(PeopleRefusals.ErasureReasonUnknown, nameof(input.Reason)));
        }

        if (
            !string.Equals(
                input.TypedNumber.Trim(),
                person.Number,
                StringComparison.OrdinalIgnoreCase
            )
        )
        {
            refusals.Add(new Refusal(PeopleRefusals.NumberNotTheSame, nameof(input.TypedNumber)));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        // Whoever asks to be erased means all that is kept of her, the records that stand behind this one too.
        var records = await act
            .Db.People.Where(row =>
                (row.Id == person.Id || row.JoinedToId == person.Id) && row.ErasedAt == null
            )
            .ToListAsync(cancellation);
        foreach (var record in records.Where(record => record != person).Append(person))
        {
            await EraseAsync(act, record, input.Reason, cancellation);
        }

        return default(Done);
    }

    private static async Task EraseAsync(
        Act act,
        Person person,
        string reason,
        CancellationToken cancellation
    )
    {
        var id = person.Id;
        await act
            .Db.SealedIdentities.Where(identity => identity.PersonId == id)
            .ExecuteDeleteAsync(cancellation);
        await act
            .Db.PersonRelations.Where(tie => tie.PersonId == id || tie.RelativeId == id)
            .ExecuteDeleteAsync(cancellation);
        person.ErasedAt = act.Now;
        person.Version++;
        act.Note("person", id, ("reason", reason));
        // Last: it writes the tombstone that keeps a backup from bringing her back.
        await act.EraseSealedAsync(id, cancellation);
    }
}

/// <param name="PersonId">Who.</param>
/// <param name="Reason">A code of the list <c>erasure-reasons</c>.</param>
/// <param name="TypedNumber">Her number, typed once more by the one who erases: a second step that no slip can take.</param>
public sealed record ErasePersonInput(Guid PersonId, string Reason, string TypedNumber);
