// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Documents;

/// <summary>Files of somebody's that are still on their way.</summary>
public static class UploadQueries
{
    /// <param name="db">Where to read.</param>
    /// <param name="actor">Who sends them; nobody sees those of others.</param>
    /// <param name="caseId">Of one case; null for one upload.</param>
    /// <param name="uploadId">One; null for all of a case.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<IReadOnlyList<WaitingUpload>> WaitingAsync(
        FaroDb db,
        Actor actor,
        Guid? caseId,
        Guid? uploadId,
        CancellationToken cancellation
    )
    {
        var user = actor.UserId;
        var rows = await (
            from version in db.DocumentVersions
            join document in db.Documents on version.DocumentId equals document.Id
            where
                version.ArrivedAt == null
                && version.UploadedBy == user
                && document.RemovedAt == null
                && (caseId == null || document.CaseId == caseId)
                && (uploadId == null || version.Id == uploadId)
            orderby version.Id
            select new
            {
                Version = version,
                document.Kind,
                document.CaseId,
                Received = db
                    .DocumentPieces.Where(piece => piece.VersionId == version.Id)
                    .OrderBy(piece => piece.Index)
                    .Select(piece => piece.Index)
                    .ToList(),
            }
        ).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new WaitingUpload(
                row.CaseId,
                row.Kind,
                row.Version.BegunAt,
                UploadProgress.Of(row.Version, row.Received)
            )),
        ];
    }
}

/// <param name="CaseId">In whose file it will lie.</param>
/// <param name="Kind">A code of the list <c>case-document-kinds</c>.</param>
/// <param name="BegunAt">When its first piece was announced.</param>
/// <param name="Progress">How far it has come.</param>
public sealed record WaitingUpload(
    Guid CaseId,
    string Kind,
    DateTimeOffset BegunAt,
    UploadProgress Progress
);
