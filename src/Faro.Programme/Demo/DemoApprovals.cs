// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Approvals;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>
/// Rules of approval in the story, and requests on their way: plans of the first agency on two levels, risk with the
/// supervisor, and a shelter that closes no case without its direction.
/// </summary>
public sealed class DemoApprovals(
    DatabaseEngine engine,
    SetApprovalRule setRule,
    AskApproval ask,
    AnswerApproval answer
)
{
    private const int MostPlans = 12;

    internal async Task MakeAsync(
        DemoNetwork network,
        IReadOnlyDictionary<string, Guid> agencies,
        ulong seed,
        CancellationToken cancellation
    )
    {
        var byPeers = new LevelFacts(Role.Caseworker.Code, [], 2);
        var byLead = new LevelFacts(Role.Supervisor.Code, [], 3);
        foreach (
            var rule in new[]
            {
                new SetApprovalRuleInput(
                    agencies["oim"],
                    ApprovalSubjects.Plan,
                    0,
                    [byPeers, byLead]
                ),
                new SetApprovalRuleInput(
                    agencies["oim"],
                    ApprovalSubjects.RiskAssessment,
                    0,
                    [byLead],
                    AsksAgain: false
                ),
                new SetApprovalRuleInput(agencies["faro"], ApprovalSubjects.Closure, 0, [byLead]),
            }
        )
        {
            await setRule.RunAsync(Actor.System, rule, cancellation).DoneAsync();
        }

        var worker = await network.ActorAsync(Role.Caseworker.Code, cancellation);
        var peer = await network.ActorAsync("oim.salud", cancellation);
        var lead = await network.ActorAsync(Role.Supervisor.Code, cancellation);
        foreach (var (id, number) in await PlansAsync(worker, cancellation))
        {
            await TellAsync(
                id,
                Dice.Of(seed, number, "approval"),
                worker,
                peer,
                lead,
                cancellation
            );
        }
    }

    /// <summary>The newest cases of the account that is handed out, of those that have a plan.</summary>
    private async Task<List<(Guid Id, string Number)>> PlansAsync(
        Actor worker,
        CancellationToken cancellation
    )
    {
        await using var db = engine.OpenReader();
        var rows = await db
            .Cases.Where(file =>
                file.OwnerId == worker.UserId
                && file.ClosedOn == null
                && !file.Restricted
                && db.SupportPlans.Any(plan => plan.CaseId == file.Id)
            )
            .OrderByDescending(file => file.Number)
            .Take(MostPlans)
            .Select(file => new { file.Id, file.Number })
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => (row.Id, row.Number));
    }

    /// <summary>Some wait on the first level, some on the second, some came back, some are approved.</summary>
    private async Task TellAsync(
        Guid id,
        Dice dice,
        Actor worker,
        Actor peer,
        Actor lead,
        CancellationToken cancellation
    )
    {
        var words = DemoCasework.Words["approval"];
        var plan = await ask.RunAsync(
                worker,
                new AskApprovalInput(id, ApprovalSubjects.Plan, dice.Pick(words)["one"]),
                cancellation
            )
            .DoneAsync();
        await ask.RunAsync(
                worker,
                new AskApprovalInput(id, ApprovalSubjects.RiskAssessment),
                cancellation
            )
            .DoneAsync();
        if (dice.Chance(30))
        {
            return;
        }

        var isGood = dice.Chance(75);
        await answer
            .RunAsync(
                peer,
                new AnswerApprovalInput(plan, 1, isGood, isGood ? "" : dice.Pick(words)["two"]),
                cancellation
            )
            .DoneAsync();
        if (isGood && dice.Chance(50))
        {
            await answer
                .RunAsync(
                    lead,
                    new AnswerApprovalInput(plan, 2, true, dice.Pick(words)["three"]),
                    cancellation
                )
                .DoneAsync();
        }
    }
}
