// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Documents;

/// <summary>The documents of a case that this person may see, newest first, with every version of each.</summary>
public sealed class ReadDocuments(OperationDoor door)
    : ReadingOperation<Guid, IReadOnlyList<DocumentLine>>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<IReadOnlyList<DocumentLine>>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var found = await act.ReadingPenAsync(input, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var rows = await act
            .Db.Documents.VisibleTo(act.Actor, act.Db)
            .Where(document => document.CaseId == input && document.Current > 0)
            .OrderByDescending(document => document.Id)
            .Select(document => new
            {
                Document = document,
                RemovedBy = act.Db.Users.Where(user => user.Id == document.RemovedBy)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? "",
                Versions = act
                    .Db.DocumentVersions.Where(version =>
                        version.DocumentId == document.Id && version.Number > 0
                    )
                    .OrderByDescending(version => version.Number)
                    .Select(version => new
                    {
                        Version = version,
                        UploadedBy = act.Db.Users.Where(user => user.Id == version.UploadedBy)
                            .Select(user => user.DisplayName)
                            .FirstOrDefault()
                            ?? "",
                    })
                    .ToList(),
            })
            .ToListAsync(cancellation);
        var pen = found.Value;
        act.Note("case", input);
        return rows.Select(row =>
                DocumentLine.Of(
                    row.Document,
                    pen.Open(row.Document.TitleBox, Document.TitleField(row.Document.Id)),
                    row.RemovedBy,
                    [
                        .. row.Versions.Select(each => new DocumentVersionLine(
                            each.Version.Number,
                            each.Version.Format,
                            each.Version.Bytes,
                            each.UploadedBy,
                            each.Version.ArrivedAt ?? each.Version.BegunAt,
                            Encoding.ASCII.GetString(
                                pen.OpenBytes(each.Version.HashBox, each.Version.HashField)
                            )
                        )),
                    ]
                )
            )
            .ToList();
    }
}

/// <summary>A document as a list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">A code of the list <c>case-document-kinds</c>.</param>
/// <param name="Compartment">A code of the list <c>compartments</c>.</param>
/// <param name="Title">Empty when the kind says enough.</param>
/// <param name="ExpiresOn">The last day on which it is valid.</param>
/// <param name="CreatedAt">When it first came.</param>
/// <param name="RemovedAt">When its files were deleted.</param>
/// <param name="RemovedBy">By whom.</param>
/// <param name="RemovalReason">Why: a code of the list <c>document-removal-reasons</c>.</param>
/// <param name="Version">Of the record.</param>
/// <param name="Versions">Newest first; none once it was removed.</param>
public sealed record DocumentLine(
    Guid Id,
    string Kind,
    string Compartment,
    string Title,
    DateOnly? ExpiresOn,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RemovedAt,
    string RemovedBy,
    string RemovalReason,
    int Version,
    IReadOnlyList<DocumentVersionLine> Versions
)
{
    /// <summary>No title.</summary>
    public override string ToString() => $"••• {Id}";

    internal static DocumentLine Of(
        Document document,
        string title,
        string removedBy,
        IReadOnlyList<DocumentVersionLine> versions
    ) =>
        new(
            document.Id,
            document.Kind,
            document.Compartment,
            title,
            document.ExpiresOn,
            document.CreatedAt,
            document.RemovedAt,
            removedBy,
            document.RemovalReason,
            document.Version,
            versions
        );
}

/// <summary>One file of a document.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Format">A code of <see cref="DocumentFormats"/>.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="UploadedBy">Who sent it.</param>
/// <param name="ArrivedAt">When it was there.</param>
/// <param name="Hash">SHA-256 in hexadecimal, by which a copy can be recognised.</param>
public sealed record DocumentVersionLine(
    int Number,
    string Format,
    long Bytes,
    string UploadedBy,
    DateTimeOffset ArrivedAt,
    string Hash
);
