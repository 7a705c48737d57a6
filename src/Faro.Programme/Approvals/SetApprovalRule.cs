// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>Says what has to be approved, by whom, one level after the other. What was asked before keeps its levels.</summary>
public sealed class SetApprovalRule(OperationDoor door)
    : Operation<SetApprovalRuleInput, Done>(door)
{
    /// <summary>People by name are of one agency: the programme's rules name roles.</summary>
    public static readonly IReadOnlyList<Role> Roles = [Role.Supervisor, Role.Caseworker];

    public override Permission Permission => Permissions.ManageApprovalRules;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        SetApprovalRuleInput input,
        CancellationToken cancellation
    )
    {
        if (!act.Actor.MaySet(input.AgencyId))
        {
            return new Refusal(ApprovalRefusals.OtherAgency);
        }

        var refusals = await CheckAsync(act, input, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var rule = await act
            .Db.ApprovalRules.Include(each => each.Levels)
            .FirstOrDefaultAsync(
                each => each.AgencyId == input.AgencyId && each.Subject == input.Subject,
                cancellation
            );
        if ((rule?.Version ?? 0) != input.Version)
        {
            return new Refusal(ApprovalRefusals.RuleChanged);
        }

        if (rule is null)
        {
            rule = new ApprovalRule
            {
                Id = act.NewId(),
                AgencyId = input.AgencyId,
                Subject = input.Subject,
                Version = 0,
            };
            act.Db.ApprovalRules.Add(rule);
        }
        else
        {
            // The old ones are gone before the new ones come: both have the same keys.
            rule.Levels.Clear();
            await act.Db.SaveChangesAsync(cancellation);
        }

        rule.Levels.AddRange(input.Levels.Select((level, index) => Level(rule, level, index)));
        rule.AsksAgain = input.AsksAgain;
        rule.Version++;
        act.Note(
            "approval-rule",
            rule.Id,
            ("subject", input.Subject),
            ("levels", $"{input.Levels.Count}")
        );
        return default(Done);
    }

    private static ApprovalLevel Level(ApprovalRule rule, LevelFacts facts, int index) =>
        new()
        {
            RuleId = rule.Id,
            Order = index + 1,
            Role = facts.Role,
            UserIds = [.. facts.UserIds],
            Days = facts.Days,
        };

    private static async Task<List<Refusal>> CheckAsync(
        Act act,
        SetApprovalRuleInput input,
        CancellationToken cancellation
    )
    {
        var refusals = new List<Refusal>();
        refusals.Must(
            CodeLists.Get(ApprovalRule.SubjectList).Accepts(input.Subject, act.Today),
            ApprovalRefusals.SubjectUnknown,
            nameof(input.Subject)
        );
        refusals.Must(input.Levels.Count > 0, ApprovalRefusals.LevelsMissing, nameof(input.Levels));
        foreach (var (index, level) in input.Levels.Index())
        {
            var number = index + 1;
            var field = $"Levels-{number}";
            var isByName = level.UserIds.Count > 0;
            refusals.Must(
                isByName
                    ? level.Role.Length == 0 && input.AgencyId is not null
                    : Roles.Any(role => role.Code == level.Role),
                ApprovalRefusals.LevelUnclear,
                field,
                number
            );
            refusals.Must(
                level.Days is >= 1 and <= ApprovalLevel.MostDays,
                ApprovalRefusals.DaysOutOfRange,
                field,
                number,
                1,
                ApprovalLevel.MostDays
            );
            refusals.Must(
                !isByName
                    || input.AgencyId is not { } agency
                    || await Colleagues.WorkCasesAsync(
                        act.Db,
                        agency,
                        [.. level.UserIds.Distinct()],
                        cancellation
                    ),
                ApprovalRefusals.PeopleUnknown,
                field,
                number
            );
        }

        return refusals;
    }
}

/// <param name="AgencyId">Null for the whole programme.</param>
/// <param name="Subject">A code of the list <c>approval-subjects</c>.</param>
/// <param name="Version">The version that was on the screen; 0 when there was none.</param>
/// <param name="Levels">In order; as many as are wanted.</param>
/// <param name="AsksAgain">What changed after it was approved has to be approved again.</param>
public sealed record SetApprovalRuleInput(
    Guid? AgencyId,
    string Subject,
    int Version,
    IReadOnlyList<LevelFacts> Levels,
    bool AsksAgain = true
);

/// <param name="Role">The code of a role; empty where people are named.</param>
/// <param name="UserIds">People of the agency; any of them may answer.</param>
/// <param name="Days">Working days to answer.</param>
public sealed record LevelFacts(string Role, IReadOnlyList<Guid> UserIds, int Days);
