// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Documents;

/// <summary>
/// Takes a document out of the file: all its versions are deleted, and a line stays that says what kind it was, who removed
/// it, when and why. The sheet that proves a consent stays as long as the ledger does.
/// </summary>
public sealed class RemoveDocument(OperationDoor door) : Operation<RemoveDocumentInput, Done>(door)
{
    public const string ReasonList = "document-removal-reasons";

    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RemoveDocumentInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.DocumentAsync(input.DocumentId, input.Version, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (file, document) = found.Value;
        var today = act.Today;
        if (!CodeLists.Get(ReasonList).Accepts(input.Reason, today))
        {
            return new Refusal(DocumentRefusals.ReasonUnknown, nameof(input.Reason));
        }

        if (
            await act.Db.ConsentOccasions.AnyAsync(
                occasion => occasion.DocumentId == document.Id,
                cancellation
            )
        )
        {
            return new Refusal(DocumentRefusals.ProvesConsent);
        }

        await act
            .Db.DocumentPieces.Where(piece =>
                act.Db.DocumentVersions.Any(version =>
                    version.Id == piece.VersionId && version.DocumentId == document.Id
                )
            )
            .ExecuteDeleteAsync(cancellation);
        await act
            .Db.DocumentVersions.Where(version => version.DocumentId == document.Id)
            .ExecuteDeleteAsync(cancellation);
        (document.RemovedAt, document.RemovedBy) = (act.Now, act.Actor.UserId);
        (document.RemovalReason, document.TitleBox) = (input.Reason, null);
        document.Version++;
        act.Note("case", file.Id, ("document", document.Id.ToString()), ("reason", input.Reason));
        await act.SettleNextDueAsync(file, cancellation);
        return default(Done);
    }
}

/// <param name="DocumentId">Which.</param>
/// <param name="Version">The version of the record that was on the screen.</param>
/// <param name="Reason">A code of the list <c>document-removal-reasons</c>.</param>
public sealed record RemoveDocumentInput(Guid DocumentId, int Version, string Reason);
