// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Disclosure;

/// <summary>Where records come from, whose budget they are on, and where a stopped release goes on.</summary>
/// <param name="Domain">Of the records.</param>
/// <param name="Read">Reads them; asked once, or twice when a release goes on.</param>
public sealed record RecordSource(RecordDomain Domain, Func<CancellationToken, RecordTable> Read)
{
    /// <summary>Refuses what the budget does not cover; null when nobody keeps account.</summary>
    public PrivacyLedger? Ledger { get; init; }

    /// <summary>What the ledger calls these data.</summary>
    public string Name { get; init; } = "";

    /// <summary>Null to begin from the start always.</summary>
    public ReleaseState? State { get; init; }

    internal void Require(ReleaseOptions options) =>
        Ledger?.Require(Name, LedgerMechanism.Synthesis, options.Level.Rho);

    internal void Spend(ReleaseOptions options) =>
        Ledger?.Spend(
            Name,
            LedgerMechanism.Synthesis,
            options.Level.Rho,
            string.Create(
                CultureInfo.InvariantCulture,
                $"epsilon {options.Level.Epsilon}, delta {options.Level.Delta}, length {options.Length}, minimum {options.Minimum}"
            )
        );
}
