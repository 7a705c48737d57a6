// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Justice;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Tests.Casework;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Justice;

public sealed class JusticeTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_process_goes_from_complaint_to_ruling_and_each_stage_asks_for_its_ground(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var day = new DateOnly(2026, 11, 2);
        await programme.RecordAsync(
            programme.Get<WriteJustice>(),
            id,
            new JusticeFacts(new JusticeWords { Wishes = "Quiere pensarlo" }, "undecided", day)
        );
        Assert.Equal(
            [JusticeRefusals.ComplaintMissing],
            await programme.MoveJusticeAsync(id, JusticeStates.Reported, day)
        );
        Assert.Equal(
            [JusticeRefusals.FileNumberMissing],
            await programme.MoveJusticeAsync(id, JusticeStates.Investigation, day)
        );
        var facts = new JusticeFacts(
            new JusticeWords { FileNumber = "CI-XIOMARABEL-7", Wishes = "Quiere denunciar" },
            "wants",
            day,
            "herself",
            day,
            "state-special",
            ["lg-13", "lg-10"],
            "public",
            "not-needed"
        );
        await WriteAsync(programme, id, facts);

        Assert.Empty(await programme.MoveJusticeAsync(id, JusticeStates.Reported, day));
        Assert.Equal(
            [CaseworkRefusals.DaysOutOfOrder],
            await programme.MoveJusticeAsync(id, JusticeStates.Investigation, day.AddDays(-1))
        );
        Assert.Empty(await programme.MoveJusticeAsync(id, JusticeStates.Investigation, day));
        Assert.Equal(
            [JusticeRefusals.NoSuchMove],
            await programme.MoveJusticeAsync(id, JusticeStates.Trial, day)
        );
        Assert.Empty(await programme.MoveJusticeAsync(id, JusticeStates.Charged, day));
        Assert.Equal(
            [JusticeRefusals.RulingMissing],
            await programme.MoveJusticeAsync(id, JusticeStates.Ruled, day)
        );
        await WriteAsync(programme, id, facts with { Ruling = "convicted", RulingOn = day });
        Assert.Empty(await programme.MoveJusticeAsync(id, JusticeStates.Ruled, day));

        var read = await programme.JusticeAsync(id);
        Assert.Equal(
            ["reported", "investigation", "charged", "ruled"],
            read.Steps.Select(step => step.To)
        );
        Assert.Equal("CI-XIOMARABEL-7", read.Facts!.Words.FileNumber);
        Assert.Equal(["lg-13", "lg-10"], read.Facts.Offences);
        var stored = await programme.ReadAsync(db => db.JusticeTracks.SingleAsync());
        Assert.DoesNotContain(
            "XIOMARABEL",
            Encoding.UTF8.GetString(stored.Box!),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Only_the_legal_part_reads_and_writes_it(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.ReportAsync(id);

        foreach (
            var other in new[]
            {
                programme.Worker(),
                programme.Colleague(),
                CaseSteps.Outsider.With(Compartments.Legal),
            }
        )
        {
            var read = await programme.RunAsync(programme.Get<ReadJustice>(), other, id);
            Assert.Equal(CaseRefusals.NotFound, Assert.Single(read.Refusals).Code);
            var write = await programme.RunAsync(
                programme.Get<RecordHearing>(),
                other,
                new LegalRowInput<HearingFacts>(id, null, 0, new HearingFacts("trial"))
            );
            Assert.Equal(CaseRefusals.NotFound, Assert.Single(write.Refusals).Code);
        }

        var head = await programme.DoneAsync(programme.Get<ReadCase>(), programme.Lawyer(), id);
        Assert.Contains(Compartments.Legal, head.OpenParts);
        var outside = await programme.DoneAsync(programme.Get<ReadCase>(), programme.Worker(), id);
        Assert.DoesNotContain(Compartments.Legal, outside.OpenParts);
    }

    [Theory]
    [EveryDatabase]
    public async Task Measures_hearings_and_payments_count_in_what_is_due(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();
        var measure = new MeasureFacts(
            "no-approach",
            ProtectionMeasure.Granted,
            "control-judge",
            today,
            today,
            today.AddDays(60)
        );
        var row = await programme.RecordAsync(programme.Get<RecordMeasure>(), id, measure);
        Assert.Equal(today.AddDays(60), await NextAsync(programme, id));
        await programme.RecordAsync(
            programme.Get<RecordReparation>(),
            id,
            new ReparationFacts(
                "compensation",
                Reparation.Ordered,
                today,
                today,
                today.AddDays(30),
                100_000,
                80_000,
                Currency: "mxn"
            )
        );
        Assert.Equal(today.AddDays(30), await NextAsync(programme, id));
        var hearing = await programme.RecordAsync(
            programme.Get<RecordHearing>(),
            id,
            new HearingFacts(
                "initial",
                today.AddDays(9),
                new TimeOnly(9, 30),
                Arrangements: ["gesell", "interpreter"],
                CompanionId: programme.Worker().UserId,
                Words: new HearingWords { Place = "Sala 3" }
            )
        );
        Assert.Equal(today.AddDays(9), await NextAsync(programme, id));

        programme.Clock.Advance(TimeSpan.FromDays(10));
        await programme.RecordAsync(
            programme.Get<RecordHearing>(),
            id,
            new HearingFacts("initial", today.AddDays(9), State: Hearing.Attended),
            hearing,
            1
        );
        Assert.Equal(today.AddDays(30), await NextAsync(programme, id));
        await programme.RecordAsync(
            programme.Get<RecordMeasure>(),
            id,
            measure with
            {
                State = "ended",
            },
            row,
            1
        );
        var read = await programme.JusticeAsync(id);
        Assert.Equal(80_000, Assert.Single(read.Totals).Ordered);
        var due = await programme.DoneAsync(
            programme.Get<Programme.Casework.Tasks.ReadMyDay>(),
            programme.Worker(),
            new Programme.Casework.Tasks.MyDayInput(60)
        );
        // Who works in the social part only is not told what is due in the legal one.
        Assert.Empty(due);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_at_its_field()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();

        Assert.Equal(
            [
                (JusticeRefusals.FilerMissing, "Filer"),
                (JusticeRefusals.RulingNeedsDay, "RulingOn"),
                (JusticeRefusals.OffenceUnknown, "Offences"),
            ],
            await programme.RefusedAsync(
                programme.Get<WriteJustice>(),
                id,
                new JusticeFacts(
                    new JusticeWords(),
                    ComplaintOn: today,
                    Offences: ["palermo"],
                    Ruling: "acquitted"
                )
            )
        );
        Assert.Equal(
            [(JusticeRefusals.DecisionDayMissing, "DecidedOn")],
            await programme.RefusedAsync(
                programme.Get<RecordMeasure>(),
                id,
                new MeasureFacts("guard", ProtectionMeasure.Granted, "control-judge")
            )
        );
        Assert.Equal(
            [(JusticeRefusals.HearingAhead, "State")],
            await programme.RefusedAsync(
                programme.Get<RecordHearing>(),
                id,
                new HearingFacts("trial", today.AddDays(1), State: Hearing.Attended)
            )
        );
        Assert.Equal(
            [
                (CaseworkRefusals.CurrencyMissing, "Currency"),
                (JusticeRefusals.OrderMissing, "OrderedOn"),
                (JusticeRefusals.PaidMissing, "PaidAmount"),
            ],
            await programme.RefusedAsync(
                programme.Get<RecordReparation>(),
                id,
                new ReparationFacts(
                    "compensation",
                    Reparation.Fulfilled,
                    OrderedAmount: 100,
                    PaidAmount: 40
                )
            )
        );
        Assert.Equal(
            [(CaseworkRefusals.DayUnreadable, "On")],
            await programme.RefusedAsync(
                programme.Get<RecordHearing>(),
                id,
                new HearingFacts("trial", DateOnly.MinValue)
            )
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_who_write_the_same_track_do_not_overwrite_each_other(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.ReportAsync(id);

        Assert.Equal(
            [(CaseworkRefusals.ChangedMeanwhile, "")],
            await programme.RefusedAsync(
                programme.Get<WriteJustice>(),
                id,
                new JusticeFacts(new JusticeWords())
            )
        );
    }

    private static async Task WriteAsync(TestProgramme programme, Guid id, JusticeFacts facts) =>
        await programme.RecordAsync(
            programme.Get<WriteJustice>(),
            id,
            facts,
            version: (await programme.JusticeAsync(id)).Version
        );

    private static async Task<DateOnly?> NextAsync(TestProgramme programme, Guid id) =>
        (await programme.CaseAsync(id)).NextDueOn;
}
