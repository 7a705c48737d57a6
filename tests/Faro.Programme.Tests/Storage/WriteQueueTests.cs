// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Agencies;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Storage;

public sealed class WriteQueueTests
{
    [Theory]
    [EveryDatabase]
    public async Task What_is_refused_is_undone_and_audited(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);

        var outcome = await programme.RunAsync(
            programme.Get<TestWrite>(),
            programme.As(Role.Administrator),
            async act =>
            {
                act.Db.Agencies.Add(NewAgency(act, "DIF"));
                await act.Db.SaveChangesAsync();
                return new Refusal("test.refused");
            }
        );

        Assert.False(outcome.Done);
        Assert.Equal(0, await programme.ReadAsync(db => db.Agencies.CountAsync()));
        var entry = await programme.ReadAsync(db => db.AuditEntries.SingleAsync());
        Assert.Equal(("test-write", "refused"), (entry.Act, entry.Result));
        Assert.Equal("{\"codes\":\"test.refused\"}", entry.Details);
        Assert.Equal(programme.As(Role.Administrator).UserId, entry.ActorId);
    }

    private static Agency NewAgency(Act act, string name) =>
        new()
        {
            Id = act.NewId(),
            Name = name,
            ShortName = name,
            Sector = "public",
            Kind = "shelter",
        };
}
