// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Cases;

/// <summary>Says who carries a case, who works with them, and whether only they see it.</summary>
public sealed class ChangeTeam(OperationDoor door) : Operation<ChangeTeamInput, Done>(door)
{
    public override Permission Permission => Permissions.AssignCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeTeamInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.OpenCaseAsync(input.CaseId, input.Version, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var file = found.Value;
        var members = input.Members.Where(user => user != input.OwnerId).ToHashSet();
        if (!await Colleagues.WorkCasesAsync(act.Db, file.AgencyId, [input.OwnerId], cancellation))
        {
            return new Refusal(CaseRefusals.ColleagueUnknown, nameof(input.OwnerId));
        }

        if (!await Colleagues.WorkCasesAsync(act.Db, file.AgencyId, members, cancellation))
        {
            return new Refusal(CaseRefusals.ColleagueUnknown, nameof(input.Members));
        }

        await act.Db.Entry(file).Collection(row => row.Members).LoadAsync(cancellation);
        file.Members.RemoveAll(member => !members.Contains(member.UserId));
        foreach (var user in members.Where(id => !file.Members.Exists(each => each.UserId == id)))
        {
            file.Members.Add(
                new CaseMember
                {
                    CaseId = file.Id,
                    UserId = user,
                    Since = act.Now,
                }
            );
        }

        (file.OwnerId, file.Restricted) = (input.OwnerId, input.Restricted);
        file.Version++;
        act.Note(
            "case",
            file.Id,
            ("owner", input.OwnerId.ToString()),
            ("members", string.Join(' ', members)),
            ("restricted", input.Restricted ? "yes" : "no")
        );
        return default(Done);
    }
}

/// <param name="CaseId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="OwnerId">A colleague of the case's agency who works on cases.</param>
/// <param name="Members">Others of the same kind.</param>
/// <param name="Restricted">Only they and the supervisor see it.</param>
public sealed record ChangeTeamInput(
    Guid CaseId,
    int Version,
    Guid OwnerId,
    IReadOnlyList<Guid> Members,
    bool Restricted
);
