// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>Takes a rule away: an agency is then bound by the programme's, if there is one.</summary>
public sealed class RemoveApprovalRule(OperationDoor door)
    : Operation<RemoveApprovalRuleInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageApprovalRules;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RemoveApprovalRuleInput input,
        CancellationToken cancellation
    )
    {
        var rule = await act
            .Db.ApprovalRules.Include(each => each.Levels)
            .FirstOrDefaultAsync(each => each.Id == input.RuleId, cancellation);
        if (rule is null || !act.Actor.MaySet(rule.AgencyId))
        {
            return new Refusal(ApprovalRefusals.RuleNotFound);
        }

        if (rule.Version != input.Version)
        {
            return new Refusal(ApprovalRefusals.RuleChanged);
        }

        act.Db.ApprovalRules.Remove(rule);
        act.Note("approval-rule", rule.Id, ("subject", rule.Subject));
        return default(Done);
    }
}

/// <param name="RuleId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
public sealed record RemoveApprovalRuleInput(Guid RuleId, int Version);
