// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Faro.Programme.Audit;

/// <summary>Writes the chain as NDJSON, by which anybody can verify it with the public recipe (docs/audit.md).</summary>
public static class AuditExport
{
    /// <param name="db">A reading context.</param>
    /// <param name="to">Stays open.</param>
    /// <param name="cancellation">Leaves what was written so far.</param>
    /// <returns>How many lines were written.</returns>
    /// <exception cref="InvalidDataException">A row holds what Faro cannot have written: verify the database first.</exception>
    public static async Task<long> WriteAsync(FaroDb db, Stream to, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true)
        {
            NewLine = "\n",
        };
        var lines = 0L;
        await foreach (var link in AuditVerification.RowsAsync(db, cancellation))
        {
            if (link is null)
            {
                throw new InvalidDataException($"Audit entry {lines + 1} cannot be read");
            }

            await writer.WriteLineAsync(AuditLine.Write(link).AsMemory(), cancellation);
            lines++;
        }

        return lines;
    }
}
