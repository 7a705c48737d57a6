// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Backups;

/// <summary>One file with everything but the keys, made while the server runs.</summary>
public sealed class Backup(DatabaseEngine engine, TimeProvider clock)
{
    internal const string ManifestName = "manifest.json";
    internal const string DatabaseName = "database";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <param name="file">Must not exist; it appears whole or not at all.</param>
    /// <param name="cancellation">Leaves no file.</param>
    public async Task<Outcome<BackupManifest>> WriteAsync(
        string file,
        CancellationToken cancellation
    )
    {
        if (File.Exists(file))
        {
            return new Refusal(BackupRefusals.FileExists, "", file);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, $".{Path.GetFileName(file)}.copy");
        var partial = Path.Combine(folder, $".{Path.GetFileName(file)}.partial");
        try
        {
            File.Delete(copy);
            var head = await engine.SaveCopyAsync(copy, cancellation);
            var manifest = new BackupManifest(
                BackupManifest.CurrentFormat,
                typeof(Backup)
                    .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                    .InformationalVersion,
                engine.Name,
                await SchemaAsync(cancellation),
                clock.GetUtcNow(),
                Keys: false,
                head.Seq,
                Convert.ToHexStringLower(head.Hash),
                [await DescribeAsync(copy, cancellation)]
            );
            await PackAsync(partial, copy, manifest, cancellation);
            File.Move(partial, file, overwrite: false);
            return manifest;
        }
        catch (ToolMissingException failure)
        {
            return new Refusal(BackupRefusals.ToolMissing, "", failure.Message);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(partial);
        }
    }

    private static async Task PackAsync(
        string partial,
        string copy,
        BackupManifest manifest,
        CancellationToken cancellation
    )
    {
        await using var stream = OwnerFile.Open(partial, FileMode.Create);
        await using (
            var zip = await ZipArchive.CreateAsync(
                stream,
                ZipArchiveMode.Create,
                leaveOpen: true,
                entryNameEncoding: null,
                cancellation
            )
        )
        {
            await using (var entry = await zip.CreateEntry(ManifestName).OpenAsync(cancellation))
            {
                await JsonSerializer.SerializeAsync(entry, manifest, Json, cancellation);
            }

            await using var data = await zip.CreateEntry(DatabaseName, CompressionLevel.Fastest)
                .OpenAsync(cancellation);
            await using var source = File.OpenRead(copy);
            await source.CopyToAsync(data, cancellation);
        }

        await stream.FlushAsync(cancellation);
        RandomAccess.FlushToDisk(stream.SafeFileHandle);
    }

    private async Task<string> SchemaAsync(CancellationToken cancellation)
    {
        await using var db = engine.OpenReader();
        return (await db.Database.GetAppliedMigrationsAsync(cancellation)).Last();
    }

    private static async Task<BackupEntry> DescribeAsync(
        string copy,
        CancellationToken cancellation
    )
    {
        await using var stream = File.OpenRead(copy);
        var hash = await SHA256.HashDataAsync(stream, cancellation);
        return new BackupEntry(DatabaseName, stream.Length, Convert.ToHexStringLower(hash));
    }
}
