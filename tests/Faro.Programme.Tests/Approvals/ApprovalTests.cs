// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Approvals;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Settings;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Tests.Casework;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Approvals;

public sealed class ApprovalTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_plan_goes_from_level_to_level_each_with_its_own_days(DatabaseKind kind)
    {
        await using var programme = await ApprovalSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.SetRuleAsync(
            ApprovalSubjects.Plan,
            true,
            ApprovalSteps.ByCaseworker,
            ApprovalSteps.BySupervisor
        );
        await programme.WritePlanAsync(id, "Quiero estudiar enfermería");
        var asked = await programme.AskAsync(id, ApprovalSubjects.Plan);
        var first = WorkingDays.After(programme.Today(), 2);
        Assert.Equal(first, (await programme.CaseAsync(id)).NextDueOn);
        Assert.Equal([asked], await WaitingForAsync(programme, programme.Colleague()));
        Assert.Empty(await WaitingForAsync(programme, programme.Lead()));
        Assert.Empty(await WaitingForAsync(programme, programme.Worker()));

        programme.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await programme.AnswerAsync(asked, programme.Colleague()));

        Assert.Equal([asked], await WaitingForAsync(programme, programme.Lead()));
        Assert.Equal(
            WorkingDays.After(programme.Today(), 3),
            (await programme.CaseAsync(id)).NextDueOn
        );
        Assert.Empty(await programme.AnswerAsync(asked, programme.Lead(), words: "Adelante"));
        var read = await programme.LastAsync(id);
        Assert.Equal((ApprovalStates.Approved, false), (read.State, read.IsOfEarlier));
        Assert.Equal(["Salud", "Supervisor"], Deciders(read));
        Assert.Equal("Adelante", read.Steps[1].Words);
        Assert.Contains(read.Snapshot, line => line.Text == "Quiero estudiar enfermería");
        Assert.Null((await programme.CaseAsync(id)).NextDueOn);
        Assert.Empty(await WaitingForAsync(programme, programme.Lead()));

        static string[] Deciders(ApprovalReading read) =>
            [
                .. read.Steps.Select(step =>
                    step.DecidedBy == "Coordinación" ? "Supervisor" : step.DecidedBy
                ),
            ];
    }

    [Theory]
    [EveryDatabase]
    public async Task Nobody_approves_what_they_wrote_or_asked_for_nor_on_two_levels(
        DatabaseKind kind
    )
    {
        await using var programme = await ApprovalSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.SetRuleAsync(
            ApprovalSubjects.Plan,
            true,
            new LevelFacts("", [Me(programme.Lead()), Me(programme.Colleague())], 2),
            new LevelFacts("", [Me(programme.Lead()), Me(programme.Colleague())], 2)
        );
        await programme.WritePlanAsync(id, "Quiero volver", programme.Worker());
        var asked = await programme.AskAsync(id, ApprovalSubjects.Plan);

        Assert.Contains(
            ApprovalRefusals.OwnWork,
            await programme.AnswerAsync(asked, programme.Worker())
        );
        Assert.Empty(await programme.AnswerAsync(asked, programme.Lead()));
        Assert.Equal(
            [ApprovalRefusals.OwnWork],
            await programme.AnswerAsync(asked, programme.Lead())
        );
        Assert.Empty(await programme.AnswerAsync(asked, programme.Colleague()));
        Assert.Equal(ApprovalStates.Approved, (await programme.LastAsync(id)).State);

        // Who wrote it may not answer even when somebody else asked: then the second level has nobody left.
        await programme.WritePlanAsync(id, "Quiero quedarme", programme.Colleague());
        Assert.Equal(
            ApprovalRefusals.NobodyCan,
            await programme.RefusedAsync(
                programme.Get<AskApproval>(),
                programme.Worker(),
                new AskApprovalInput(id, ApprovalSubjects.Plan)
            )
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Closing_is_refused_until_it_is_approved_for_its_reason_and_once(
        DatabaseKind kind
    )
    {
        await using var programme = await ApprovalSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.SetRuleAsync(ApprovalSubjects.Closure, true, ApprovalSteps.BySupervisor);
        Assert.Equal([ApprovalRefusals.ClosureNeeded], await CloseAsync(programme, id, "own-wish"));
        var asked = await programme.AskAsync(id, ApprovalSubjects.Closure, "own-wish");
        Assert.Equal([ApprovalRefusals.ClosureNeeded], await CloseAsync(programme, id, "own-wish"));
        Assert.Empty(await programme.AnswerAsync(asked, programme.Lead()));
        Assert.Equal([ApprovalRefusals.ClosureNeeded], await CloseAsync(programme, id, "died"));

        Assert.Empty(await CloseAsync(programme, id, "own-wish"));

        Assert.Equal(ApprovalStates.Used, (await programme.LastAsync(id)).State);
        await programme.DoneAsync(
            programme.Get<ReopenCase>(),
            programme.Worker(),
            new ReopenCaseInput(id, 2)
        );
        Assert.Equal([ApprovalRefusals.ClosureNeeded], await CloseAsync(programme, id, "own-wish"));
    }

    [Theory]
    [EveryDatabase]
    public async Task What_was_approved_before_the_case_moved_on_closes_it_no_more(
        DatabaseKind kind
    )
    {
        await using var programme = await ApprovalSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.SetRuleAsync(ApprovalSubjects.Closure, true, ApprovalSteps.BySupervisor);
        var asked = await programme.AskAsync(id, ApprovalSubjects.Closure, "own-wish");
        await programme.AnswerAsync(asked, programme.Lead());

        await programme.MoveAsync(id, CaseStates.Screening);

        Assert.Equal([ApprovalRefusals.ClosureNeeded], await CloseAsync(programme, id, "own-wish"));
        Assert.True((await programme.LastAsync(id)).IsOfEarlier);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_change_leaves_the_approval_to_the_earlier_version(DatabaseKind kind)
    {
        await using var programme = await ApprovalSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.SetRuleAsync(ApprovalSubjects.Plan, true, ApprovalSteps.BySupervisor);
        await programme.WritePlanAsync(id, "Quiero estudiar");
        var asked = await programme.AskAsync(id, ApprovalSubjects.Plan);

        await programme.WritePlanAsync(id, "Quiero trabajar");

        Assert.Equal(
            [ApprovalRefusals.ChangedSince],
            await programme.AnswerAsync(asked, programme.Lead())
        );
        await WithdrawAsync(programme, asked, programme.Worker());
        programme.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await programme.AskAsync(id, ApprovalSubjects.Plan);
        Assert.Empty(await programme.AnswerAsync(again, programme.Lead()));
        Assert.Equal(
            ApprovalRefusals.AlreadyApproved,
            await programme.RefusedAsync(
                programme.Get<AskApproval>(),
                programme.Worker(),
                new AskApprovalInput(id, ApprovalSubjects.Plan)
            )
        );
        await programme.WritePlanAsync(id, "Quiero las dos cosas");
        var read = await programme.LastAsync(id);
        Assert.True(read.IsOfEarlier);
        Assert.Contains(read.Snapshot, line => line.Text == "Quiero trabajar");
        var standing = Assert.Single(await StandingsAsync(programme, id));
        Assert.Equal((false, true), (standing.Holds, standing.IsMissing));
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_sent_back_says_why_and_only_who_asked_takes_it_back(DatabaseKind kind)
    {
        await using var programme = await ApprovalSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.SetRuleAsync(ApprovalSubjects.Plan, false, ApprovalSteps.BySupervisor);
        await programme.WritePlanAsync(id, "Quiero estudiar");
        var asked = await programme.AskAsync(id, ApprovalSubjects.Plan);

        Assert.Equal(
            [CaseworkRefusals.TextMissing],
            await programme.AnswerAsync(asked, programme.Lead(), grants: false)
        );
        Assert.Equal(
            ApprovalRefusals.NotTheAsker,
            await programme.RefusedAsync(
                programme.Get<WithdrawApproval>(),
                programme.Colleague(),
                new WithdrawApprovalInput(asked, 1)
            )
        );
        Assert.Empty(
            await programme.AnswerAsync(asked, programme.Lead(), false, "Falta la beca de Zulemita")
        );

        var stored = await programme.ReadAsync(db =>
            db.Approvals.Include(row => row.Steps).SingleAsync()
        );
        Assert.All(
            [stored.SnapshotBox!, stored.WordsBox!, stored.Steps[0].WordsBox!],
            box =>
                Assert.DoesNotContain(
                    "Zulemita",
                    Encoding.UTF8.GetString(box),
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(ApprovalStates.SentBack, stored.State);
        Assert.Equal("Falta la beca de Zulemita", (await programme.LastAsync(id)).Steps[0].Words);
        Assert.Equal(
            [ApprovalRefusals.NotWaiting, ApprovalRefusals.OwnWork],
            await programme.AnswerAsync(asked, programme.Lead())
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_rule_of_an_agency_goes_before_the_programmes(DatabaseKind kind)
    {
        await using var programme = await ApprovalSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.WritePlanAsync(id, "Quiero estudiar");
        var administrator = programme.As(Role.Administrator);
        var set = programme.Get<SetApprovalRule>();
        await programme.DoneAsync(
            set,
            administrator,
            new SetApprovalRuleInput(null, ApprovalSubjects.Plan, 0, [ApprovalSteps.ByCaseworker])
        );
        Assert.Equal(1, Assert.Single(await StandingsAsync(programme, id)).Levels);

        await programme.SetRuleAsync(
            ApprovalSubjects.Plan,
            true,
            ApprovalSteps.ByCaseworker,
            ApprovalSteps.BySupervisor
        );

        Assert.Equal(2, Assert.Single(await StandingsAsync(programme, id)).Levels);
        foreach (var agency in new Guid?[] { null, CaseSteps.OtherAgency })
        {
            Assert.Equal(
                ApprovalRefusals.OtherAgency,
                await programme.RefusedAsync(
                    set,
                    programme.Lead(),
                    new SetApprovalRuleInput(
                        agency,
                        ApprovalSubjects.Plan,
                        0,
                        [ApprovalSteps.BySupervisor]
                    )
                )
            );
        }

        var own = await programme.ReadAsync(db =>
            db.ApprovalRules.SingleAsync(rule => rule.AgencyId != null)
        );
        await programme.DoneAsync(
            programme.Get<RemoveApprovalRule>(),
            programme.Lead(),
            new RemoveApprovalRuleInput(own.Id, own.Version)
        );
        Assert.Equal(1, Assert.Single(await StandingsAsync(programme, id)).Levels);
    }

    [Fact]
    public async Task A_level_without_anybody_or_with_endless_days_is_refused_and_named()
    {
        await using var programme = await ApprovalSteps.BeginAsync(DatabaseKind.Sqlite);

        var outcome = await programme.RunAsync(
            programme.Get<SetApprovalRule>(),
            programme.Lead(),
            new SetApprovalRuleInput(
                programme.AgencyId,
                ApprovalSubjects.Plan,
                0,
                [
                    ApprovalSteps.BySupervisor,
                    new LevelFacts("", [], 3),
                    new LevelFacts("", [Me(CaseSteps.Outsider)], 3),
                    new LevelFacts("caseworker", [], 0),
                ]
            )
        );

        Assert.Equal(
            [
                (ApprovalRefusals.LevelUnclear, "Levels-2"),
                (ApprovalRefusals.PeopleUnknown, "Levels-3"),
                (ApprovalRefusals.DaysOutOfRange, "Levels-4"),
            ],
            outcome.Refusals.Select(refusal => (refusal.Code, refusal.Field))
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Another_agency_neither_sees_nor_answers(DatabaseKind kind)
    {
        await using var programme = await ApprovalSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.SetRuleAsync(ApprovalSubjects.Plan, true, ApprovalSteps.ByCaseworker);
        await programme.WritePlanAsync(id, "Quiero estudiar");
        var asked = await programme.AskAsync(id, ApprovalSubjects.Plan);

        Assert.Empty(await WaitingForAsync(programme, CaseSteps.Outsider));
        Assert.Equal(
            [CaseworkRefusals.NotFound],
            await programme.AnswerAsync(asked, CaseSteps.Outsider)
        );
    }

    private static Guid Me(Actor actor) => actor.UserId!.Value;

    private static Task<List<Guid>> WaitingForAsync(TestProgramme programme, Actor actor) =>
        programme.ReadAsync(db =>
            Approvers.WaitingFor(db, actor).Select(row => row.Id).ToListAsync()
        );

    private static Task<IReadOnlyList<ApprovalStanding>> StandingsAsync(
        TestProgramme programme,
        Guid id
    ) =>
        programme.ReadAsync(db =>
            ApprovalStandings.ReadAsync(
                db,
                programme.Worker(),
                id,
                programme.AgencyId,
                CancellationToken.None
            )
        );

    private static Task<Done> WithdrawAsync(TestProgramme programme, Guid id, Actor actor) =>
        programme.DoneAsync(
            programme.Get<WithdrawApproval>(),
            actor,
            new WithdrawApprovalInput(id, 1)
        );

    private static async Task<IReadOnlyList<string>> CloseAsync(
        TestProgramme programme,
        Guid id,
        string reason
    )
    {
        var file = await programme.CaseAsync(id);
        var outcome = await programme.RunAsync(
            programme.Get<CloseCase>(),
            programme.Worker(),
            new CloseCaseInput(id, file.Version, reason)
        );
        return [.. outcome.Refusals.Select(refusal => refusal.Code)];
    }
}
