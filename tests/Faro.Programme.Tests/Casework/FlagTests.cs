// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Casework;

public sealed class FlagTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_flag_is_up_until_somebody_says_why_no_more(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var day = programme.Today().AddDays(4);
        var flag = await programme.DoneAsync(
            programme.Get<RaiseFlag>(),
            programme.Worker(),
            new RaiseFlagInput(id, "Su primo la busca", day)
        );
        Assert.Equal(day, (await programme.CaseAsync(id)).NextDueOn);

        var bare = await programme.RunAsync(
            programme.Get<ResolveFlag>(),
            programme.Worker(),
            new ResolveFlagInput(flag, 1, " ")
        );
        await programme.DoneAsync(
            programme.Get<ResolveFlag>(),
            programme.Colleague(),
            new ResolveFlagInput(flag, 1, "Fue detenido")
        );

        Assert.Equal(CaseworkRefusals.TextMissing, Assert.Single(bare.Refusals).Code);
        Assert.Null((await programme.CaseAsync(id)).NextDueOn);
        var read = Assert.Single(
            await programme.DoneAsync(programme.Get<ReadFlags>(), programme.Worker(), id)
        );
        Assert.Equal(
            (false, "Su primo la busca", "Fue detenido", "Salud"),
            (read.IsUp, read.Message, read.Reason, read.ResolvedBy)
        );
    }
}
