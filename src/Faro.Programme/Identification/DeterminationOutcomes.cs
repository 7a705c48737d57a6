// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;

namespace Faro.Programme.Identification;

/// <summary>What can be decided: codes of the list <c>determination-outcomes</c>.</summary>
public static class DeterminationOutcomes
{
    public const string List = "determination-outcomes";
    public const string Possible = "possible";

    /// <summary>Opens the reflection period (LM 113, 136).</summary>
    public const string ReasonableGrounds = "reasonable-grounds";
    public const string Identified = "identified";
    public const string NotIdentified = "not-identified";

    /// <summary>The question is open again; what held before holds until it is answered.</summary>
    public const string Review = "review";

    /// <returns>Where the case goes; null where it stays.</returns>
    public static string? CaseState(string outcome) =>
        outcome switch
        {
            Possible or ReasonableGrounds => CaseStates.PossibleVictim,
            Identified => CaseStates.IdentifiedVictim,
            NotIdentified => CaseStates.NotVictim,
            _ => null,
        };
}

/// <summary>Codes of the list <c>determination-states</c>.</summary>
public static class DeterminationStates
{
    public const string List = "determination-states";
    public const string Proposed = "proposed";
    public const string InForce = "in-force";
    public const string Declined = "declined";
}
