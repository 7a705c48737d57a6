// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Approvals;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Approvals;

/// <summary>What tests of approvals begin with: a supervisor who works in cases, rules, and a plan.</summary>
internal static class ApprovalSteps
{
    public static readonly LevelFacts BySupervisor = new("supervisor", [], 3);
    public static readonly LevelFacts ByCaseworker = new("caseworker", [], 2);

    public static async Task<TestProgramme> BeginAsync(DatabaseKind kind)
    {
        var programme = await CaseSteps.BeginAsync(kind);
        await programme.WriteAsync(async act =>
        {
            var lead = await act.Db.Users.SingleAsync(user =>
                user.Id == programme.As(Role.Supervisor).UserId
            );
            lead.Compartments = [Compartments.Social];
        });
        return programme;
    }

    public static Actor Lead(this TestProgramme programme) =>
        programme
            .As(Role.Supervisor)
            .With(Compartments.Social)
            .AtMoment(programme.Clock.GetUtcNow());

    public static Task<Done> SetRuleAsync(
        this TestProgramme programme,
        string subject,
        bool asksAgain,
        params LevelFacts[] levels
    ) =>
        programme.DoneAsync(
            programme.Get<SetApprovalRule>(),
            programme.Lead(),
            new SetApprovalRuleInput(programme.AgencyId, subject, 0, levels, asksAgain)
        );

    public static async Task WritePlanAsync(
        this TestProgramme programme,
        Guid id,
        string words,
        Actor? actor = null
    )
    {
        var version = await programme.ReadAsync(db =>
            db.SupportPlans.Where(plan => plan.CaseId == id)
                .Select(plan => plan.Version)
                .FirstOrDefaultAsync()
        );
        await programme.DoneAsync(
            programme.Get<WritePlan>(),
            actor ?? programme.Worker(),
            new WritePlanInput(id, version, words, "spoken")
        );
    }

    public static Task<Guid> AskAsync(
        this TestProgramme programme,
        Guid id,
        string subject,
        string choice = "",
        Actor? actor = null
    ) =>
        programme.DoneAsync(
            programme.Get<AskApproval>(),
            actor ?? programme.Worker(),
            new AskApprovalInput(id, subject, "Ya lo platiqué con ella", choice)
        );

    /// <returns>The refusals; empty when it was done.</returns>
    public static async Task<IReadOnlyList<string>> AnswerAsync(
        this TestProgramme programme,
        Guid approval,
        Actor actor,
        bool grants = true,
        string words = ""
    )
    {
        var version = await programme.ReadAsync(db =>
            db.Approvals.Where(row => row.Id == approval).Select(row => row.Version).SingleAsync()
        );
        var outcome = await programme.RunAsync(
            programme.Get<AnswerApproval>(),
            actor,
            new AnswerApprovalInput(approval, version, grants, words)
        );
        return [.. outcome.Refusals.Select(refusal => refusal.Code)];
    }

    public static async Task<ApprovalReading> LastAsync(
        this TestProgramme programme,
        Guid id,
        Actor? actor = null
    ) =>
        (
            await programme.DoneAsync(
                programme.Get<ReadApprovals>(),
                actor ?? programme.Worker(),
                id
            )
        )[0];

    public static async Task<string> RefusedAsync<TInput, TResult>(
        this TestProgramme programme,
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input
    ) => Assert.Single((await programme.RunAsync(operation, actor, input)).Refusals).Code;
}
