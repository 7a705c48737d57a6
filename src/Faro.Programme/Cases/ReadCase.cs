// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>Opens the file of one case: who looked at it, and when, stands in the audit.</summary>
public sealed class ReadCase(OperationDoor door) : ReadingOperation<Guid, CaseReading>(door)
{
    public override Permission Permission => Permissions.ViewCases;

    protected internal override async Task<Outcome<CaseReading>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var due = act.Db.DueDays.VisibleTo(act.Actor, act.Db);
        var found = await (
            from file in act.Db.Cases.VisibleTo(act.Actor)
            join person in act.Db.People on file.PersonId equals person.Id
            where file.Id == input
            select new CaseReading(
                file.Id,
                file.Number,
                file.PersonId,
                file.AgencyId,
                act.Db.Agencies.Where(agency => agency.Id == file.AgencyId)
                    .Select(agency => agency.Name)
                    .FirstOrDefault()
                    ?? "",
                file.OwnerId,
                act.Db.Users.Where(user => user.Id == file.OwnerId)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? "",
                file.State,
                file.StateSince,
                file.Origin,
                file.Risk,
                due.Where(day => day.CaseId == file.Id).Min(day => (DateOnly?)day.On),
                file.LastContactOn,
                file.Restricted,
                file.OpenedOn,
                file.ClosedOn,
                file.ClosureReason,
                person.Sex,
                person.AgeBand,
                person.AgeInDoubt,
                person.Citizenship,
                file.Version
            )
        ).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return new Refusal(CaseRefusals.NotFound);
        }

        act.Note("case", found.Id);
        return found with { OpenParts = await OpenPartsAsync(act, found, cancellation) };
    }

    private static async Task<IReadOnlyList<string>> OpenPartsAsync(
        Act act,
        CaseReading file,
        CancellationToken cancellation
    )
    {
        if (act.Actor.IsSystem)
        {
            return Compartments.All;
        }

        if (!act.Actor.May(Permissions.ViewCaseContent))
        {
            return [];
        }

        var granted = await act
            .Db.CaseGrants.Where(LivingGrant.Of(act.Actor, act.Now))
            .Where(grant => grant.CaseId == file.Id)
            .Select(grant => grant.Compartments)
            .ToListAsync(cancellation);
        return
        [
            .. (file.AgencyId == act.Actor.AgencyId ? act.Actor.Compartments : [])
                .Concat(granted.SelectMany(parts => parts))
                .Distinct(StringComparer.Ordinal),
        ];
    }
}

/// <summary>
/// The head of a case as every page of it and the API show it; the next due day is of the parts that the reader works in.
/// </summary>
public sealed record CaseReading(
    Guid Id,
    string Number,
    Guid PersonId,
    Guid AgencyId,
    string Agency,
    Guid? OwnerId,
    string Owner,
    string State,
    DateTimeOffset StateSince,
    string Origin,
    string Risk,
    DateOnly? NextDueOn,
    DateOnly? LastContactOn,
    bool Restricted,
    DateOnly OpenedOn,
    DateOnly? ClosedOn,
    string ClosureReason,
    string Sex,
    string AgeBand,
    bool AgeInDoubt,
    string Citizenship,
    int Version
)
{
    public bool IsClosed => CaseStates.IsClosed(State);

    /// <summary>Codes of the list <c>compartments</c>: what of it is open to the reader.</summary>
    public IReadOnlyList<string> OpenParts { get; init; } = [];
}
