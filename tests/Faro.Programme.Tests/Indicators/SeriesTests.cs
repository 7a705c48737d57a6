// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.Indicators;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Indicators;

public sealed class SeriesTests
{
    private static readonly SeriesAnswers Population = new(
        "poblacion-total",
        "Población total",
        "Total population",
        "persons",
        "14067",
        "INEGI, censos de población"
    );

    [Theory]
    [EveryDatabase]
    public async Task An_analyst_registers_a_series_and_its_figures(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var analyst = programme.As(Role.Analyst);
        var id = await programme.DoneAsync(programme.Get<RegisterSeries>(), analyst, Population);

        await programme.DoneAsync(
            programme.Get<SetValues>(),
            analyst,
            new SetValuesInput(
                id,
                1,
                [new("2010", 255_681m, "verified"), new("2020", 291_839.25m, "verified")]
            )
        );
        await programme.DoneAsync(
            programme.Get<SetValues>(),
            analyst,
            new SetValuesInput(id, 2, [new("2010", null, ""), new("2020", 291_839m, "seed")])
        );

        var value = await programme.ReadAsync(db => db.Set<SeriesValue>().SingleAsync());
        Assert.Equal(("2020", 291_839m, "seed"), (value.Period, value.Value, value.Status));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_damaged_file_changes_nothing_and_says_where(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var analyst = programme.As(Role.Analyst);
        var id = await programme.DoneAsync(programme.Get<RegisterSeries>(), analyst, Population);

        var outcome = await programme.RunAsync(
            programme.Get<ImportSeries>(),
            analyst,
            new ImportSeriesInput(
                id,
                null,
                Encoding.UTF8.GetBytes(
                    "period,value,status\n2010,5,verified\n2010,6,verified\n2020-13,7,seed\n2021-02,8,guess\n"
                ),
                "series.csv"
            )
        );

        Assert.Equal(
            [
                (IndicatorRefusals.PeriodTwice, 3),
                (IndicatorRefusals.PeriodMalformed, 4),
                (IndicatorRefusals.PeriodMixed, 5),
                (IndicatorRefusals.StatusUnknown, 5),
            ],
            outcome.Refusals.Select(refusal => (refusal.Code, (int)refusal.Values[0]))
        );
        Assert.Equal(0, await programme.ReadAsync(db => db.Set<SeriesValue>().CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_new_series_comes_with_its_file_or_not_at_all(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var analyst = programme.As(Role.Analyst);
        var damaged = new ImportNewSeriesInput(
            Population,
            Encoding.UTF8.GetBytes("period,value,status\n2010,5,guess\n"),
            "series.csv"
        );

        var outcome = await programme.RunAsync(programme.Get<ImportNewSeries>(), analyst, damaged);
        var none = await programme.ReadAsync(db => db.Series.CountAsync());
        var figures = await programme.DoneAsync(
            programme.Get<ImportNewSeries>(),
            analyst,
            damaged with
            {
                File = Encoding.UTF8.GetBytes("period,value,status\n2010,5,seed\n"),
            }
        );

        Assert.Equal(IndicatorRefusals.StatusUnknown, Assert.Single(outcome.Refusals).Code);
        Assert.Equal(0, none);
        Assert.Equal(1, figures);
        Assert.Equal(1, await programme.ReadAsync(db => db.Set<SeriesValue>().CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_rehearsal_tells_the_outcome_and_writes_only_the_audit(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var register = programme.Get<RegisterSeries>();
        var cancellation = TestContext.Current.CancellationToken;

        var may = await register.RehearseAsync(
            programme.As(Role.Analyst),
            Population,
            cancellation
        );
        var mayNot = await register.RehearseAsync(
            programme.As(Role.Caseworker),
            Population,
            cancellation
        );

        Assert.True(may.Done);
        Assert.Equal(AccessRefusals.NotAllowed, Assert.Single(mayNot.Refusals).Code);
        Assert.Equal(0, await programme.ReadAsync(db => db.Series.CountAsync()));
        Assert.Equal(
            [AuditResults.Rehearsed, AuditResults.Refused],
            await programme.ReadAsync(db =>
                db.AuditEntries.OrderBy(entry => entry.Seq)
                    .Select(entry => entry.Result)
                    .ToListAsync(cancellation)
            )
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_series_goes_only_when_its_code_is_repeated(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var analyst = programme.As(Role.Analyst);
        var id = await programme.DoneAsync(programme.Get<RegisterSeries>(), analyst, Population);
        await programme.DoneAsync(
            programme.Get<SetValues>(),
            analyst,
            new SetValuesInput(id, null, [new("2010", 1m, "seed")])
        );

        var slip = await programme.RunAsync(
            programme.Get<RemoveSeries>(),
            analyst,
            new RemoveSeriesInput(id, "poblacion")
        );
        Assert.Equal(IndicatorRefusals.NotConfirmed, Assert.Single(slip.Refusals).Code);
        await programme.DoneAsync(
            programme.Get<RemoveSeries>(),
            analyst,
            new RemoveSeriesInput(id, Population.Code)
        );

        Assert.Equal(0, await programme.ReadAsync(db => db.Series.CountAsync()));
        Assert.Equal(0, await programme.ReadAsync(db => db.Set<SeriesValue>().CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_series_never_share_a_code(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var analyst = programme.As(Role.Analyst);
        await programme.DoneAsync(programme.Get<RegisterSeries>(), analyst, Population);

        var outcome = await programme.RunAsync(
            programme.Get<RegisterSeries>(),
            analyst,
            Population with
            {
                Code = " Poblacion-Total ",
                Territory = "99",
                SourceUrl = "javascript:alert(1)",
                Unit = "",
            }
        );

        Assert.Equal(
            [
                IndicatorRefusals.UnitUnknown,
                IndicatorRefusals.TerritoryMalformed,
                IndicatorRefusals.UrlMalformed,
                IndicatorRefusals.CodeTaken,
            ],
            outcome.Refusals.Select(refusal => refusal.Code)
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_opened_an_older_version_overwrites_nothing(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var analyst = programme.As(Role.Analyst);
        var id = await programme.DoneAsync(programme.Get<RegisterSeries>(), analyst, Population);
        var change = new ChangeSeriesInput(id, 1, Population with { Notes = "Censo" });
        await programme.DoneAsync(programme.Get<ChangeSeries>(), analyst, change);

        var outcome = await programme.RunAsync(programme.Get<ChangeSeries>(), analyst, change);

        Assert.Equal(IndicatorRefusals.ChangedMeanwhile, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_caseworker_registers_no_series(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);

        var outcome = await programme.RunAsync(
            programme.Get<RegisterSeries>(),
            programme.As(Role.Caseworker),
            Population
        );

        Assert.Equal(AccessRefusals.NotAllowed, Assert.Single(outcome.Refusals).Code);
    }
}
