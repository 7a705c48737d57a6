// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Consent;
using Faro.Programme.Identification;
using Faro.Programme.Jobs;
using Faro.Programme.People;
using Faro.Programme.Screening;
using Faro.Programme.Storage;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Tests.Casework;
using Faro.Programme.Tests.Consent;
using Faro.Programme.Tests.Jobs;
using Faro.Programme.Tests.Screening;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Caseload;

/// <summary>What lists and the supervisor ask of many cases follows from what is written in each.</summary>
public sealed class CaseSettlingTests
{
    [Theory]
    [EveryDatabase]
    public async Task Every_gap_closes_when_what_was_missing_is_written(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (id, interview) = await programme.BeginInterviewAsync();
        var worker = programme.Worker();
        Assert.Equal(
            [CaseGaps.NoRisk, CaseGaps.NoConsent, CaseGaps.NoPlan],
            await LacksAsync(programme)
        );

        await programme.DoneAsync(
            programme.Get<Assess>(),
            worker,
            new AssessInput(id, "risk", [new ItemAnswer("threats", "high")], "high")
        );
        Assert.Equal(
            [CaseGaps.NoSafetyPlan, CaseGaps.NoConsent, CaseGaps.NoPlan],
            await LacksAsync(programme)
        );

        await programme.DoneAsync(
            programme.Get<WriteSafetyPlan>(),
            worker,
            new WriteSafetyPlanInput(id, 0, new SafetyWords { Steps = "Salir y llamar" })
        );
        await programme.DoneAsync(
            programme.Get<WritePlan>(),
            worker,
            new WritePlanInput(id, 0, "Volver a estudiar", "spoken")
        );
        var consent = await programme.ConsentAsync(ConsentSteps.Yes(id));
        Assert.Empty(await LacksAsync(programme));
        Assert.Equal(new DateOnly(2026, 12, 31), (await programme.CaseAsync(id)).ConsentUntil);

        await programme.DoneAsync(
            programme.Get<WithdrawConsent>(),
            worker,
            new WithdrawConsentInput(consent)
        );
        Assert.Equal([CaseGaps.NoConsent], await LacksAsync(programme));

        await programme.SavedAsync(
            InterviewSteps.Save(interview, 1, InterviewSteps.Whole, InterviewStates.Finished)
        );
        Assert.Contains(CaseGaps.NoDetermination, await LacksAsync(programme));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_determination_ends_the_wait_and_the_law_begins_to_ask(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.MoveAsync(id, CaseStates.Screening);
        Assert.DoesNotContain(CaseGaps.Statutory, await LacksAsync(programme));

        await programme.DoneAsync(
            programme.Get<Determine>(),
            programme.Worker(),
            new DetermineInput(
                id,
                DeterminationOutcomes.Identified,
                "civil-society",
                "Coordinación",
                "Su relato es coherente y coincide con lo que se observó."
            )
        );

        Assert.Contains(CaseGaps.Statutory, await LacksAsync(programme));
        var file = await programme.CaseAsync(id);
        Assert.True(file.IsDetermined);
        var told = await programme.ReadAsync(db =>
            StatutoryGaps.OfAsync(db, programme.Worker(), id, CancellationToken.None)
        );
        Assert.Equal(told.Count, file.StatutoryMissing);
        await programme.DoneAsync(
            programme.Get<RecordFacts>(),
            programme.Worker(),
            new RecordFactsInput(
                id,
                [new FactAnswer("marital-statuses", "single", FactAnswers.Yes)],
                new Evidence(FactSources.Statement, null, FactCertainties.Certain, "Lo dijo"),
                Adds: true
            )
        );
        Assert.Equal(file.StatutoryMissing - 1, (await programme.CaseAsync(id)).StatutoryMissing);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_her_record_says_is_what_her_cases_are_found_by(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = (await programme.LeadsAsync(1))[0];
        var file = await programme.CaseAsync(id);
        Assert.True(file.IsMinor);

        var person = await programme.ReadAsync(db =>
            db.People.SingleAsync(row => row.Id == file.PersonId)
        );
        await programme.DoneAsync(
            programme.Get<ChangePerson>(),
            programme.Worker(),
            new ChangePersonInput(
                person.Id,
                person.Version,
                new PersonFacts
                {
                    Sex = "male",
                    Status = person.Status,
                    AgeBand = "24-26",
                    ExploitationForms = ["servitude"],
                }
            )
        );

        file = await programme.CaseAsync(id);
        Assert.Equal(("male", "24-26", false), (file.Sex, file.AgeBand, file.IsMinor));
        var worker = programme.Worker();
        Assert.Equal(1, await programme.CountAsync(worker, new() { Form = "servitude" }));
        Assert.Equal(0, await programme.CountAsync(worker, new() { Minor = true }));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_contact_and_a_flag_are_seen_by_lists_at_once(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var worker = programme.Worker();
        var today = programme.Today();
        await programme.ChangeAsync(id, file => file.LastContactOn = today.AddDays(-50));
        Assert.Equal(today.AddDays(-50), (await programme.CaseAsync(id)).QuietSince);

        await programme.DoneAsync(
            programme.Get<WriteEntry>(),
            worker,
            new WriteEntryInput(
                id,
                new EntryFacts("Está bien", today, "", "phone", "herself", "reached")
            )
        );
        var flag = await programme.DoneAsync(
            programme.Get<RaiseFlag>(),
            worker,
            new RaiseFlagInput(id, "Llamar solo por la tarde")
        );

        Assert.Equal(0, await programme.CountAsync(worker, new() { QuietDays = 7 }));
        Assert.Equal(1, await programme.CountAsync(worker, new() { Flagged = true }));
        await programme.DoneAsync(
            programme.Get<ResolveFlag>(),
            worker,
            new ResolveFlagInput(flag, 1, "Ya no hace falta")
        );
        Assert.Equal(0, await programme.CountAsync(worker, new() { Flagged = true }));
    }

    /// <summary>As after an update: cases whose heads know nothing yet, and a start that finds them.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Cases_of_before_an_update_are_settled_by_a_job_of_the_next_start(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(
            kind,
            services => services.AddJobRunner()
        );
        var ids = await programme.LeadsAsync(3);
        var before = await HeadsAsync(programme);
        await programme.WriteAsync(async act =>
        {
            await act.Db.CaseForms.ExecuteDeleteAsync();
            await act.Db.Cases.ExecuteUpdateAsync(change =>
                change
                    .SetProperty(file => file.SettledBy, 0)
                    .SetProperty(file => file.QuietSince, DateOnly.MinValue)
                    .SetProperty(file => file.IsMinor, false)
                    .SetProperty(file => file.StatutoryMissing, 0)
            );
        });
        Assert.NotEqual(before, await HeadsAsync(programme));

        await programme.Get<FaroStart>().PrepareAsync(serving: true, CancellationToken.None);
        await programme.Get<FaroStart>().PrepareAsync(serving: true, CancellationToken.None);
        var job = await programme.ReadAsync(db => db.Jobs.SingleAsync());
        await programme.Runner().StartAsync(CancellationToken.None);
        await programme.UntilAsync(job.Id, JobSupport.HasEnded);
        await programme.Runner().StopAsync(CancellationToken.None);

        Assert.Equal(before, await HeadsAsync(programme));
        Assert.Equal(ids.Count, before.Count);
    }

    private static Task<List<string>> HeadsAsync(TestProgramme programme) =>
        programme.ReadAsync(db =>
            db.Cases.OrderBy(file => file.Id)
                .Select(file =>
                    $"{file.QuietSince} {file.IsMinor} {file.StatutoryMissing} {file.SettledBy}"
                )
                .ToListAsync()
        );

    private static async Task<IReadOnlyList<string>> LacksAsync(TestProgramme programme) =>
        Assert.Single((await programme.PageAsync(programme.Worker(), new())).Rows).Lacks;
}
