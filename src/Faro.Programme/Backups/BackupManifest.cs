// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Backups;

/// <summary>What a backup says of itself: the first entry of the file, readable by anybody.</summary>
/// <param name="Format">1; a Faro that does not know the number refuses.</param>
/// <param name="Product">The version that wrote it.</param>
/// <param name="Engine">The database that it can be restored to.</param>
/// <param name="Schema">The last migration.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Keys">Always false: the key file is backed up apart, or the backup would be as good as plain text.</param>
/// <param name="AuditSeq">The last link of the audit chain in it.</param>
/// <param name="AuditHash">Lower-case hexadecimal.</param>
/// <param name="Entries">Every other entry of the file.</param>
public sealed record BackupManifest(
    int Format,
    string Product,
    string Engine,
    string Schema,
    DateTimeOffset CreatedAt,
    bool Keys,
    long AuditSeq,
    string AuditHash,
    IReadOnlyList<BackupEntry> Entries
)
{
    public const int CurrentFormat = 1;
}

/// <param name="Name">The name inside the file.</param>
/// <param name="Bytes">Its length, unpacked.</param>
/// <param name="Sha256">Lower-case hexadecimal, of the unpacked bytes.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);
