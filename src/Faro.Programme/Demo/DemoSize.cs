// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Demo;

/// <summary>How many people a demonstration can have.</summary>
public static class DemoSize
{
    /// <summary>As many as the programme of the story had identified or assisted.</summary>
    public const int Usual = 178;
    public const int Most = 1_000_000;
    private const int CasesOfAColleague = 250;
    private const int MostColleagues = 200;

    /// <summary>How many caseworkers are taken on besides those of the story.</summary>
    public static int Colleagues(int people) =>
        people == Usual ? 0 : Math.Min(people / CasesOfAColleague, MostColleagues);
}
