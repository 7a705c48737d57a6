// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Backups;

/// <summary>Why a backup or a restore stops; the running data is as it was.</summary>
public static class BackupRefusals
{
    /// <summary>Nothing is overwritten. Values: the file.</summary>
    public const string FileExists = "backup.file-exists";

    /// <summary>Values: the file.</summary>
    public const string FileMissing = "backup.file-missing";

    /// <summary>It is no backup, or a part of it was changed. Values: the entry, or the file.</summary>
    public const string Damaged = "backup.damaged";

    /// <summary>Written by a newer Faro. Values: its version.</summary>
    public const string Newer = "backup.newer";

    /// <summary>It belongs to the other database. Values: the backup's, this one's.</summary>
    public const string OtherEngine = "backup.other-engine";

    /// <summary>A server uses the data folder. Values: the folder.</summary>
    public const string ServerRunning = "backup.server-running";

    /// <summary>The audit chain in it does not hold. Values: the link's number.</summary>
    public const string AuditBroken = "backup.audit-broken";

    /// <summary>Values: the program.</summary>
    public const string ToolMissing = "backup.tool-missing";
}
