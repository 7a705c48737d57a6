// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Storage;

/// <summary>Why a start stops before it touches anything.</summary>
public static class StartRefusals
{
    /// <summary>Values: the folder.</summary>
    public const string FolderReadOnly = "start.folder-read-only";

    /// <summary>Values: the folder, free bytes, needed bytes.</summary>
    public const string DiskFull = "start.disk-full";

    /// <summary>Values: the first migration that this version does not know.</summary>
    public const string NewerSchema = "start.newer-schema";

    /// <summary>Values: the lock file.</summary>
    public const string AnotherIsStarting = "start.another-is-starting";

    /// <summary>Values: the database file.</summary>
    public const string NotADatabase = "start.not-a-database";

    /// <summary>Values: host and database name; never the password.</summary>
    public const string CannotConnect = "start.cannot-connect";

    /// <summary>Values: the key file.</summary>
    public const string KeyringDamaged = "start.keyring-damaged";

    /// <summary>The database has sealed data but the key file is not there. Values: the key file.</summary>
    public const string KeyringMissing = "start.keyring-missing";

    /// <summary>The key file is whole, but does not open what is sealed here. Values: the key file.</summary>
    public const string KeyringOfAnother = "start.keyring-of-another";

    /// <summary>Another server uses this data folder. Values: the folder.</summary>
    public const string AnotherIsRunning = "start.another-is-running";
}
