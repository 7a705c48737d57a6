// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>Opens the file of a person with the own agency. It begins as a lead; interview and decision come after.</summary>
public sealed class OpenCase(OperationDoor door) : Operation<OpenCaseInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        OpenCaseInput input,
        CancellationToken cancellation
    )
    {
        var today = act.Today;
        var openedOn = input.OpenedOn ?? today;
        var person = await act
            .Db.People.VisibleTo(act.Actor)
            .FirstOrDefaultAsync(row => row.Id == input.PersonId, cancellation);
        if (person is null)
        {
            return new Refusal(PeopleRefusals.NotFound);
        }

        var agency = act.Actor.IsSystem ? person.AgencyId : act.Actor.AgencyId;
        var refusals = new List<Refusal>();
        refusals.Must(
            CodeLists.Get(OpenCaseInput.OriginList).Accepts(input.Origin, today),
            CaseRefusals.OriginUnknown,
            nameof(input.Origin)
        );
        refusals.Must(openedOn <= today, CaseRefusals.OpenedInFuture, nameof(input.OpenedOn));
        refusals.Must(person.ErasedAt is null, CaseRefusals.PersonErased);
        refusals.Must(agency is not null, PeopleRefusals.AgencyMissing);
        var before = await act
            .Db.Cases.Where(row => row.PersonId == person.Id)
            .Select(row => new { row.AgencyId, row.State })
            .ToListAsync(cancellation);
        refusals.Must(
            !before.Exists(row => row.AgencyId == agency && !CaseStates.IsClosed(row.State)),
            CaseRefusals.AlreadyOpen
        );
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var file = NewFile(act, person, agency!.Value, before.Count, input.Origin, openedOn);
        act.Db.Cases.Add(file);
        act.Move(file, CaseStates.Lead);
        await ChildNotices.BeginAsync(act, file, person, cancellation);
        act.Note("case", file.Id);
        return file.Id;
    }

    private static Case NewFile(
        Act act,
        Person person,
        Guid agency,
        int before,
        string origin,
        DateOnly openedOn
    ) =>
        new()
        {
            Id = act.NewId(),
            PersonId = person.Id,
            Number =
                before == 0
                    ? person.Number
                    : string.Create(CultureInfo.InvariantCulture, $"{person.Number}-{before + 1}"),
            AgencyId = agency,
            OwnerId = act.Actor.UserId,
            State = "",
            Origin = origin,
            OpenedOn = openedOn,
            CreatedAt = act.Now,
            Version = 0,
        };
}

/// <param name="PersonId">Somebody registered and seen; her number becomes the case's.</param>
/// <param name="Origin">A code of the list <c>case-origins</c>.</param>
/// <param name="OpenedOn">Null for today. Older for files taken over from paper.</param>
public sealed record OpenCaseInput(Guid PersonId, string Origin, DateOnly? OpenedOn = null)
{
    public const string OriginList = "case-origins";
}
