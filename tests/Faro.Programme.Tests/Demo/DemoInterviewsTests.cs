// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Screening;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Demo;

public sealed class DemoInterviewsTests
{
    [Theory]
    [EveryDatabase]
    public async Task Every_instrument_was_asked_with_and_two_devices_differ_once(DatabaseKind kind)
    {
        await using var stage = await DemoStage.SetAsync(kind);

        await stage.OpenAsync();

        var interviews = await stage.Programme.ReadAsync(db => db.Interviews.ToListAsync());
        Assert.Equal(
            Codes(),
            interviews
                .Where(each => each.State == InterviewStates.Finished)
                .Select(each => each.Instrument)
                .Order(StringComparer.Ordinal)
        );
        Assert.Single(interviews, each => each.State == InterviewStates.Paused);
        Assert.Single(interviews, each => each.InConflict);
    }

    private static IEnumerable<string> Codes() =>
        InstrumentForm.Shipped.Select(each => each.Code).Order(StringComparer.Ordinal);
}
