// SPDX-License-Identifier: Apache-2.0
namespace Faro.Cli;

/// <summary>Why nothing is released from the command line.</summary>
internal static class ReleaseVerbRefusals
{
    /// <summary>Values: the most, which is the number of columns.</summary>
    public const string CapTooHigh = "release-verb.cap-too-high";

    /// <summary>A new ledger needs a budget, and that of an old one is not changed. Values: file.</summary>
    public const string BudgetWrong = "release-verb.budget-wrong";

    /// <summary>Values: file.</summary>
    public const string NoLedger = "release-verb.no-ledger";

    /// <summary>The year's budget does not cover it.</summary>
    public const string OverBudget = "release-verb.over-budget";

    /// <summary>Counts without noise would undo the noise of earlier ones.</summary>
    public const string ExactAfterNoisy = "release-verb.exact-after-noisy";

    /// <summary>Counts without noise were let out before.</summary>
    public const string ExactTwice = "release-verb.exact-twice";

    /// <summary>Noise promises nothing once exact counts are out.</summary>
    public const string NoisyAfterExact = "release-verb.noisy-after-exact";
}
