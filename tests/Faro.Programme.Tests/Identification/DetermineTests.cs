// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Identification;
using Faro.Programme.Identification.Rules;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Identification;

public sealed class DetermineTests
{
    private const string Reasons = "Su relato es coherente y coincide con lo que se observó.";

    private static readonly Evidence Heard = new(
        FactSources.Statement,
        null,
        FactCertainties.Certain,
        "Le quitaron el pasaporte al llegar"
    );

    [Theory]
    [EveryDatabase]
    public async Task A_decision_keeps_the_elements_as_they_stood_and_moves_the_case(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await ScreenedAsync(programme);
        await TellAsync(
            programme,
            id,
            ("trafficking-acts", "recruit"),
            ("exploitation-forms", "forced-labour"),
            ("control-means", "withholds-documents")
        );

        var made = await DecideAsync(programme, id, DeterminationOutcomes.Identified);
        await TellAsync(programme, id, ("exploitation-forms", "servitude"));
        var reading = await ReadAsync(programme, id, made);

        var file = await programme.CaseAsync(id);
        var person = await programme.ReadAsync(db =>
            db.People.FirstAsync(row => row.Id == file.PersonId)
        );
        Assert.Equal(CaseStates.IdentifiedVictim, file.State);
        Assert.Equal("actual-victim", person.Status);
        Assert.Equal(["forced-labour"], person.ExploitationForms);
        Assert.Equal(Reasons, reading.Reasons);
        Assert.Equal(
            Conclusions.Present,
            reading.Findings.Assessment.Law(LawBook.Mexico).Conclusion
        );
        Assert.Equal(["forced-labour"], reading.Forms);
        Assert.Matches("^[0-9a-f]{64}$", reading.FindingsHash);
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R5")]
    public async Task Who_did_it_changes_no_determination(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await ScreenedAsync(programme);
        await TellAsync(programme, id, ("trafficking-acts", "recruit"));
        var before = await AssessAsync(programme, id);

        await programme.DoneAsync(
            programme.Get<RecordPerpetrator>(),
            programme.Worker(),
            new RecordPerpetratorInput(
                id,
                null,
                0,
                new PerpetratorFacts
                {
                    Kind = "natural",
                    Roles = ["exploiter"],
                    Relation = "family",
                    Stage = "sentenced",
                    Name = "El Chato",
                },
                Heard
            )
        );
        var after = await AssessAsync(programme, id);

        Assert.Equal(Json(before.Findings), Json(after.Findings));
    }

    [Theory]
    [EveryDatabase]
    public async Task Reasonable_grounds_open_a_reflection_period_that_falls_due(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await ScreenedAsync(programme);
        var today = DateOnly.FromDateTime(programme.Clock.GetLocalNow().DateTime);

        await DecideAsync(programme, id, DeterminationOutcomes.ReasonableGrounds);
        var during = await programme.CaseAsync(id);
        await DecideAsync(programme, id, DeterminationOutcomes.Identified);
        var after = await programme.CaseAsync(id);

        Assert.Equal(CaseStates.PossibleVictim, during.State);
        Assert.Equal(today.AddDays(60), during.NextDueOn);
        Assert.Null(after.NextDueOn);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_second_person_confirms_on_the_same_facts_only(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        await programme.WriteAsync(async act =>
            (await act.Db.Profiles.FirstAsync()).SecondPerson = true
        );
        var id = await ScreenedAsync(programme);
        await TellAsync(programme, id, ("trafficking-acts", "recruit"));
        var proposed = await DecideAsync(programme, id, DeterminationOutcomes.Identified);
        var settle = programme.Get<SettleDetermination>();
        var confirm = new SettleDeterminationInput(id, proposed, Confirms: true);

        var waiting = await programme.CaseAsync(id);
        var own = await programme.RunAsync(settle, programme.Worker(), confirm);
        await TellAsync(programme, id, ("trafficking-acts", "harbour"));
        var stale = await programme.RunAsync(settle, programme.Colleague(), confirm);
        await programme.DoneAsync(settle, programme.Worker(), confirm with { Confirms = false });
        var again = await DecideAsync(programme, id, DeterminationOutcomes.Identified);
        await programme.DoneAsync(
            settle,
            programme.Colleague(),
            confirm with
            {
                DeterminationId = again,
            }
        );

        Assert.Equal(CaseStates.Screening, waiting.State);
        Assert.Equal(IdentificationRefusals.SamePerson, own.Refusals.Single().Code);
        Assert.Equal(IdentificationRefusals.FactsChanged, stale.Refusals.Single().Code);
        Assert.Equal(CaseStates.IdentifiedVictim, (await programme.CaseAsync(id)).State);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_person_cared_for_is_not_taken_back_by_what_everybody_assumed(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await ScreenedAsync(programme);
        await programme.MoveAsync(id, CaseStates.PossibleVictim, CaseStates.Assisted);

        await DecideAsync(programme, id, DeterminationOutcomes.Possible);
        var assumed = await programme.CaseAsync(id);
        await DecideAsync(programme, id, DeterminationOutcomes.Identified);
        var news = await programme.CaseAsync(id);

        Assert.Equal(CaseStates.Assisted, assumed.State);
        Assert.Equal(CaseStates.IdentifiedVictim, news.State);
    }

    [Fact]
    public async Task What_a_decision_lacks_is_said_field_by_field_and_nothing_is_kept()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        var today = DateOnly.FromDateTime(programme.Clock.GetLocalNow().DateTime);

        var outcome = await programme.RunAsync(
            programme.Get<Determine>(),
            programme.Worker(),
            new DetermineInput(id, "guilty", "", " ", "poco", today.AddDays(1), today)
        );

        Assert.Equal(
            new HashSet<string>
            {
                IdentificationRefusals.OutcomeUnknown,
                IdentificationRefusals.BodyUnknown,
                IdentificationRefusals.DeciderMissing,
                IdentificationRefusals.ReasonsTooShort,
                IdentificationRefusals.DecidedInFuture,
                IdentificationRefusals.ReviewNotLater,
                IdentificationRefusals.StillALead,
            },
            outcome.Refusals.Select(refusal => refusal.Code).ToHashSet()
        );
        Assert.Equal(0, await programme.ReadAsync(db => db.Determinations.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_correction_withdraws_and_another_source_stands_beside(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await ScreenedAsync(programme);
        var record = programme.Get<RecordFacts>();
        FactAnswer[] Says(string answer) => [new("control-means", "debt-bondage", answer)];
        var seen = (await FactsAsync(programme, id)).Seen;

        await programme.DoneAsync(
            record,
            programme.Worker(),
            new RecordFactsInput(id, Says("yes"), Heard, seen)
        );
        var stale = await programme.RunAsync(
            record,
            programme.Colleague(),
            new RecordFactsInput(id, Says("no"), Heard, seen)
        );
        await programme.DoneAsync(
            record,
            programme.Colleague(),
            new RecordFactsInput(id, Says("no"), Heard, Adds: true)
        );
        var both = await FactsAsync(programme, id);
        await programme.DoneAsync(
            record,
            programme.Worker(),
            new RecordFactsInput(id, Says("not-known"), Heard, both.Seen)
        );
        var corrected = await FactsAsync(programme, id);

        Assert.Equal(IdentificationRefusals.ChangedMeanwhile, stale.Refusals.Single().Code);
        Assert.Equal(2, both.Facts.Count);
        Assert.Equal("yes", both.Answer("control-means", "debt-bondage"));
        Assert.Equal("not-known", Assert.Single(corrected.Facts).Answer);
        Assert.Equal(
            "Le quitaron el pasaporte al llegar",
            corrected.Evidence[corrected.Facts[0].EvidenceId].Words
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Facts_of_another_agency_are_not_even_there(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await ScreenedAsync(programme);
        var outsider = CaseSteps.Outsider;
        var noCompartment = programme.Worker().With();

        var read = await programme.RunAsync(programme.Get<ReadFacts>(), outsider, id);
        var written = await programme.RunAsync(
            programme.Get<RecordFacts>(),
            outsider,
            new RecordFactsInput(id, [], Heard)
        );
        var without = await programme.RunAsync(programme.Get<ReadFacts>(), noCompartment, id);

        Assert.Equal(CaseRefusals.NotFound, read.Refusals.Single().Code);
        Assert.Equal(CaseRefusals.NotFound, written.Refusals.Single().Code);
        Assert.Equal(CaseRefusals.NotFound, without.Refusals.Single().Code);
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R19")]
    public async Task A_case_says_what_it_lacks_for_the_statistics_of_the_law(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await ScreenedAsync(programme);
        var before = (await AssessAsync(programme, id)).StatutoryGaps;

        await TellAsync(
            programme,
            id,
            ("recruitment-methods", "family"),
            ("marital-statuses", "single")
        );
        await programme.DoneAsync(
            programme.Get<RecordEvent>(),
            programme.Worker(),
            new RecordEventInput(
                id,
                null,
                0,
                new EventFacts
                {
                    Type = EventFacts.Transit,
                    From = "2025-05",
                    Country = "mx",
                    Transport = "bus",
                    Crossing = "irregular",
                },
                Heard
            )
        );
        var after = (await AssessAsync(programme, id)).StatutoryGaps;

        Assert.Equal(
            new HashSet<string>
            {
                "recruitment-form",
                "marital-status",
                "route",
                "transport",
                "border-transit",
            },
            before.Except(after).ToHashSet()
        );
    }

    [Theory]
    [InlineData("2025-13")]
    [InlineData("2025-02-30")]
    [InlineData("05-2025")]
    [InlineData("2099")]
    public async Task A_date_that_does_not_exist_is_refused_where_it_stands(string from)
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await ScreenedAsync(programme);

        var outcome = await programme.RunAsync(
            programme.Get<RecordEvent>(),
            programme.Worker(),
            new RecordEventInput(
                id,
                null,
                0,
                new EventFacts { Type = EventFacts.Exploitation, From = from },
                Heard
            )
        );

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal(IdentificationRefusals.DateMalformed, refusal.Code);
        Assert.Equal(nameof(EventFacts.From), refusal.Field);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_was_recorded_by_mistake_is_withdrawn_and_counts_no_more(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await ScreenedAsync(programme);
        var row = await programme.DoneAsync(
            programme.Get<RecordEvent>(),
            programme.Worker(),
            new RecordEventInput(
                id,
                null,
                0,
                new EventFacts { Type = EventFacts.Recruitment, Age = 15 },
                Heard
            )
        );
        var version = Assert.Single((await FactsAsync(programme, id)).Events).Version;
        var asChild = await AssessAsync(programme, id);

        await programme.DoneAsync(
            programme.Get<WithdrawRow>(),
            programme.Worker(),
            new WithdrawRowInput(id, row, version)
        );

        Assert.Equal(AgeFinding.Shown, asChild.Findings.Assessment.Age.State);
        Assert.Equal(
            AgeFinding.Adult,
            (await AssessAsync(programme, id)).Findings.Assessment.Age.State
        );
        Assert.Empty((await FactsAsync(programme, id)).Events);
    }

    private static async Task<Guid> ScreenedAsync(TestProgramme programme)
    {
        var id = await programme.RegisterLeadAsync();
        await programme.MoveAsync(id, CaseStates.Screening);
        return id;
    }

    private static Task<int> TellAsync(
        TestProgramme programme,
        Guid id,
        params (string Kind, string Code)[] facts
    ) =>
        programme.DoneAsync(
            programme.Get<RecordFacts>(),
            programme.Worker(),
            new RecordFactsInput(
                id,
                [.. facts.Select(fact => new FactAnswer(fact.Kind, fact.Code, FactAnswers.Yes))],
                Heard,
                Adds: true
            )
        );

    private static Task<Guid> DecideAsync(TestProgramme programme, Guid id, string outcome) =>
        programme.DoneAsync(
            programme.Get<Determine>(),
            programme.Worker(),
            new DetermineInput(id, outcome, "civil-society", "Coordinación", Reasons)
        );

    private static Task<CaseFacts> FactsAsync(TestProgramme programme, Guid id) =>
        programme.DoneAsync(programme.Get<ReadFacts>(), programme.Worker(), id);

    private static Task<CaseAssessment> AssessAsync(TestProgramme programme, Guid id) =>
        programme.DoneAsync(programme.Get<AssessCase>(), programme.Worker(), id);

    private static Task<DeterminationReading> ReadAsync(
        TestProgramme programme,
        Guid id,
        Guid determination
    ) =>
        programme.DoneAsync(
            programme.Get<ReadDetermination>(),
            programme.Worker(),
            new ReadDeterminationInput(id, determination)
        );

    private static string Json(Findings findings) =>
        System.Text.Json.JsonSerializer.Serialize(findings);
}
