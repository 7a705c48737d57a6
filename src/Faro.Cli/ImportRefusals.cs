// SPDX-License-Identifier: Apache-2.0
namespace Faro.Cli;

/// <summary>Why nothing can be brought in as this account.</summary>
internal static class ImportRefusals
{
    /// <summary>Values: the variable that may hold it.</summary>
    public const string TokenMissing = "import.token-missing";

    /// <summary>Not known, run out, revoked, or another's. Values: the account.</summary>
    public const string TokenRefused = "import.token-refused";

    /// <summary>Nobody waits any longer; the load goes on where jobs run.</summary>
    public const string LoadLeft = "import.load-left";

    /// <summary>The load was stopped before its end.</summary>
    public const string LoadStopped = "import.load-stopped";
}
