// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Cases;

/// <summary>Parts of a case file with an access of their own: codes of the list <c>compartments</c>.</summary>
public static class Compartments
{
    public const string List = "compartments";

    /// <summary>What every colleague who may see the case works in.</summary>
    public const string Social = "social";

    public const string Health = "health";
    public const string Legal = "legal";

    /// <summary>Where she lives: sealed also from other users of the same case.</summary>
    public const string Shelter = "shelter";

    public static readonly IReadOnlyList<string> All = [Social, Health, Legal, Shelter];
}
