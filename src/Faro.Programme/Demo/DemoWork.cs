// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;

namespace Faro.Programme.Demo;

/// <summary>One case of the story while its daily work is made up.</summary>
internal sealed record DemoWork(Case File, Actor Actor, Dice Dice, DateOnly Today)
{
    /// <summary>How long ago anything may have happened.</summary>
    private const int MostDays = 300;

    /// <summary>So many days of the past, oldest first, none before the case was opened.</summary>
    public IReadOnlyList<DateOnly> DaysAgo(int count)
    {
        var most = Math.Min(MostDays, Today.DayNumber - File.OpenedOn.DayNumber);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => Today.AddDays(-Dice.Below(most + 1))).Order(),
        ];
    }
}
