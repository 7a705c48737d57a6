// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>One thing that was let out about a set of data.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Data">Which set; one name for all its editions.</param>
/// <param name="Mechanism">How it was protected.</param>
/// <param name="Rho">What it cost each person, in ρ of zero-concentrated privacy; +∞ for exact counts, which no noise covers.</param>
/// <param name="Menu">What was let out, in a few words or as settings.</param>
public sealed record LedgerEntry(
    DateTimeOffset At,
    string Data,
    LedgerMechanism Mechanism,
    double Rho,
    string Menu
);

/// <summary>How something was protected.</summary>
public enum LedgerMechanism
{
    /// <summary>Noisy counts and a model of them.</summary>
    Synthesis,

    /// <summary>Noisy counts of a page.</summary>
    NoisyPage,

    /// <summary>Counts rounded down to multiples of the smallest group, without noise: fit for once.</summary>
    ExactGroups,
}

/// <summary>Why a release may not be.</summary>
public enum LedgerRefusal
{
    /// <summary>The year's budget does not cover it.</summary>
    OverBudget,

    /// <summary>Counts without noise after noisy ones would undo the noise.</summary>
    ExactAfterNoisy,

    /// <summary>Counts without noise a second time: the difference gives newcomers away.</summary>
    ExactTwice,

    /// <summary>Noisy counts after exact ones promise nothing.</summary>
    NoisyAfterExact,
}

/// <summary>A release that the ledger refuses. Nothing was let out.</summary>
/// <param name="reason">Why.</param>
/// <param name="left">What the budget still covers, in ρ; ≥ 0.</param>
public sealed class LedgerRefusedException(LedgerRefusal reason, double left)
    : InvalidOperationException($"The ledger refuses this release: {reason}.")
{
    /// <summary>Why.</summary>
    public LedgerRefusal Reason { get; } = reason;

    /// <summary>What the budget still covers, in ρ; ≥ 0.</summary>
    public double Left { get; } = left;
}
