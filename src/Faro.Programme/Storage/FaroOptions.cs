// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Storage;

/// <summary>Where this Faro keeps its things. Set by the command line and the environment, never from a screen.</summary>
public sealed record FaroOptions
{
    /// <summary>The folder of the embedded database, uploads in progress and, unless set apart, the keys.</summary>
    public required string DataFolder { get; init; }

    /// <summary>An Npgsql connection string, or null for the embedded database.</summary>
    public string? PostgresConnection { get; init; }

    /// <summary>The folder of the key file; keep it on another disk and back it up apart from the data.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>Invented people, known passwords, a banner on every screen.</summary>
    public bool Demo { get; init; }

    /// <summary>How many jobs run beside one another in this process; at least 1.</summary>
    public int JobsAtOnce { get; init; } = 1;

    /// <summary>Requests a minute from one signed-in person or one address, over all pages; more are turned away with 429.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    public string DatabaseFile => Path.Combine(DataFolder, "faro.db");

    /// <summary>Holds the code of the first run while there is no programme.</summary>
    public string SetupCodeFile => Path.Combine(DataFolder, "setup-code");

    public string KeyringFile =>
        Path.Combine(KeyFolder ?? Path.Combine(DataFolder, "keys"), "keyring.json");
}
