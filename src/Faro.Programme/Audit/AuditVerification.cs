// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Audit;

/// <summary>
/// Recomputes the chain link by link, in bounded memory, and names the first that does not hold. A chain proves that
/// nothing inside it changed; only an anchor written down earlier, elsewhere, proves that its end was not cut off.
/// </summary>
public static class AuditVerification
{
    private static readonly string Start = new('0', 64);

    /// <param name="db">A reading context; one query, so one moment of the database.</param>
    /// <param name="anchor">A head that was seen earlier, or null.</param>
    /// <param name="cancellation">Stops between links.</param>
    public static Task<AuditVerdict> OfDatabaseAsync(
        FaroDb db,
        AuditHead? anchor,
        CancellationToken cancellation
    ) => CheckAsync(RowsAsync(db, cancellation), anchor);

    /// <param name="log">NDJSON as <see cref="AuditExport"/> writes it.</param>
    /// <param name="anchor">A head that was seen earlier, or null.</param>
    /// <param name="cancellation">Stops between links.</param>
    public static Task<AuditVerdict> OfLogAsync(
        TextReader log,
        AuditHead? anchor,
        CancellationToken cancellation
    ) => CheckAsync(LinesAsync(log, cancellation), anchor);

    internal static async IAsyncEnumerable<AuditLink?> RowsAsync(
        FaroDb db,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {AuditLink.Columns} FROM audit_entries ORDER BY seq";
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await HasNextAsync(rows, cancellation) is { } readable)
        {
            yield return readable ? AuditLink.Read(rows) : null;
            if (!readable)
            {
                yield break;
            }
        }
    }

    /// <returns>Null at the end; false when the database itself cannot read on.</returns>
    private static async Task<bool?> HasNextAsync(DbDataReader rows, CancellationToken cancellation)
    {
        try
        {
            return await rows.ReadAsync(cancellation) ? true : null;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private static async IAsyncEnumerable<AuditLink?> LinesAsync(
        TextReader log,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        while (await log.ReadLineAsync(cancellation) is { } line)
        {
            yield return AuditLine.Parse(line);
        }
    }

    private static async Task<AuditVerdict> CheckAsync(
        IAsyncEnumerable<AuditLink?> links,
        AuditHead? anchor
    )
    {
        var (seq, hash) = (0L, Start);
        await foreach (var link in links)
        {
            if (Judge(link, seq, hash, anchor) is { } code)
            {
                // A missing link is named by the number that should have come, any other by its own.
                return Verdict(new AuditBreak(seq + 1, code));
            }

            (seq, hash) = (link!.Seq, link.Hash);
        }

        return Verdict(
            anchor is not null && anchor.Seq > seq
                ? new AuditBreak(seq + 1, AuditBreaks.Truncated)
                : null
        );

        AuditVerdict Verdict(AuditBreak? broken) =>
            new(seq, new AuditHead(seq, Convert.FromHexString(hash)), broken);
    }

    private static string? Judge(AuditLink? link, long before, string hash, AuditHead? anchor)
    {
        if (link is null || !link.IsUnambiguous())
        {
            return AuditBreaks.Unreadable;
        }

        if (link.Seq != before + 1)
        {
            return AuditBreaks.Gap;
        }

        if (!string.Equals(link.ComputeHash(), link.Hash, StringComparison.Ordinal))
        {
            return AuditBreaks.HashDiffers;
        }

        if (!string.Equals(link.PreviousHash, hash, StringComparison.Ordinal))
        {
            return AuditBreaks.LinkDiffers;
        }

        return
            anchor?.Seq == link.Seq
            && !string.Equals(
                Convert.ToHexStringLower(anchor.Hash),
                link.Hash,
                StringComparison.Ordinal
            )
            ? AuditBreaks.AnchorDiffers
            : null;
    }
}
