// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Cases;

/// <summary>Takes a case one step along its path, where a colleague may say so.</summary>
public sealed class MoveCase(OperationDoor door) : Operation<MoveCaseInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        MoveCaseInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.OpenCaseAsync(input.CaseId, input.Version, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var file = found.Value;
        if (!CaseStates.Allows(file.State, input.To, CaseMoveBy.Hand))
        {
            return new Refusal(CaseRefusals.NoSuchMove, nameof(input.To));
        }

        act.Note("case", file.Id, ("from", file.State), ("to", input.To));
        act.Move(file, input.To);
        if (CaseStates.TraffickingStatus(input.To) is { } status)
        {
            var person = await act.Db.People.FindAsync([file.PersonId], cancellation);
            person!.Status = status;
            person.Version++;
        }

        return default(Done);
    }
}

/// <param name="CaseId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="To">A code of the list <c>case-states</c>.</param>
public sealed record MoveCaseInput(Guid CaseId, int Version, string To);
