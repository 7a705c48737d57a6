// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Documents;

/// <summary>Opens a file to be looked at; who looked stands in the audit and on what they see.</summary>
public sealed class ViewDocument(OperationDoor door)
    : ReadingOperation<OpenDocumentInput, OpenedDocument>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override Task<Outcome<OpenedDocument>> ActAsync(
        Act act,
        OpenDocumentInput input,
        CancellationToken cancellation
    ) => OpenedDocument.OfAsync(act, input, cancellation);
}

/// <summary>Opens a file to be taken away, byte for byte as it came.</summary>
public sealed class DownloadDocument(OperationDoor door)
    : ReadingOperation<OpenDocumentInput, OpenedDocument>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override Task<Outcome<OpenedDocument>> ActAsync(
        Act act,
        OpenDocumentInput input,
        CancellationToken cancellation
    ) => OpenedDocument.OfAsync(act, input, cancellation);
}

/// <param name="CaseId">In whose file it lies.</param>
/// <param name="DocumentId">Which.</param>
/// <param name="Number">Of the version.</param>
public sealed record OpenDocumentInput(Guid CaseId, Guid DocumentId, int Number);

/// <summary>A file that somebody may read now.</summary>
public sealed class OpenedDocument
{
    private readonly DocumentVersion _version;
    private readonly SealedKey _key;

    private OpenedDocument(string caseNumber, DocumentVersion version, SealedKey key)
    {
        (_version, _key) = (version, key);
        (CaseNumber, Format) = (caseNumber, DocumentFormats.Get(version.Format));
    }

    public string CaseNumber { get; }

    public DocumentFormat Format { get; }

    public long Bytes => _version.Bytes;

    /// <summary>Says nothing of her or of what it is: whoever sees the download list learns nothing.</summary>
    public string NeutralName =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"documento-{_version.DocumentId.ToString("N")[^8..]}-{_version.Number}{Format.Endings[0]}"
        );

    /// <summary>The file, opened piece by piece while it is read.</summary>
    /// <param name="db">Lives as long as the stream.</param>
    /// <param name="vault">The vault.</param>
    public Stream Open(FaroDb db, SealingVault vault) =>
        OwnDocument.OpenPieces(db, vault, _key, _version);

    internal static async Task<Outcome<OpenedDocument>> OfAsync(
        Act act,
        OpenDocumentInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(input.CaseId, cancellation);
        if (!found.Done)
        {
            return new Refusal(DocumentRefusals.NotFound);
        }

        var version = await act
            .Db.Documents.VisibleTo(act.Actor, act.Db)
            .Where(document => document.Id == input.DocumentId && document.CaseId == input.CaseId)
            .SelectMany(document =>
                act.Db.DocumentVersions.Where(version =>
                    version.DocumentId == document.Id
                    && version.Number == input.Number
                    && version.ArrivedAt != null
                )
            )
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellation);
        if (version is null)
        {
            return new Refusal(DocumentRefusals.NotFound);
        }

        var key = await act.KeyOfAsync(found.Value, cancellation);
        if (key is null)
        {
            return new Refusal(CaseRefusals.PersonErased);
        }

        act.Note(
            "case",
            input.CaseId,
            ("document", input.DocumentId.ToString()),
            ("version", input.Number.ToString(CultureInfo.InvariantCulture))
        );
        return new OpenedDocument(found.Value.Number, version, key);
    }
}
