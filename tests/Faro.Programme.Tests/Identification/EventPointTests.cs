// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Identification;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Identification;

public sealed class EventPointTests
{
    private static readonly Evidence Told = new("statement", null, "certain");

    [Theory]
    [EveryDatabase]
    public async Task A_point_is_read_back_as_it_was_written_and_lies_sealed(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var file = await programme.RegisterLeadAsync();

        var outcome = await RecordAsync(programme, file, 20.653407m, -105.225331m);
        var read = await programme.DoneAsync(programme.Get<ReadFacts>(), programme.Worker(), file);
        var box = await programme.ReadAsync(db =>
            db.TraffickingEvents.Select(row => row.PointBox).SingleAsync()
        );

        Assert.True(outcome.Done);
        var facts = Assert.Single(read.Events).Facts;
        Assert.Equal((20.653407m, -105.225331m), (facts.Latitude, facts.Longitude));
        Assert.DoesNotContain("20.65", Encoding.Latin1.GetString(box!), StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase("20.6", "", IdentificationRefusals.PointIncomplete)]
    [EveryDatabase("", "-105.2", IdentificationRefusals.PointIncomplete)]
    [EveryDatabase("90.1", "0", IdentificationRefusals.PointOutOfRange)]
    [EveryDatabase("0", "-180.5", IdentificationRefusals.PointOutOfRange)]
    public async Task Half_a_point_and_one_off_the_map_are_refused(
        DatabaseKind kind,
        string north,
        string east,
        string code
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var file = await programme.RegisterLeadAsync();

        var outcome = await RecordAsync(programme, file, Number(north), Number(east));

        Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
        Assert.False(await programme.ReadAsync(db => db.TraffickingEvents.AnyAsync()));
    }

    private static decimal? Number(string text) =>
        text.Length == 0
            ? null
            : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<Outcome<Guid>> RecordAsync(
        TestProgramme programme,
        Guid file,
        decimal? north,
        decimal? east
    ) =>
        programme.RunAsync(
            programme.Get<RecordEvent>(),
            programme.Worker(),
            new RecordEventInput(
                file,
                null,
                0,
                new EventFacts
                {
                    Type = EventFacts.Exploitation,
                    Latitude = north,
                    Longitude = east,
                },
                Told
            )
        );
}
