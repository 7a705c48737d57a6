// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Documents;

/// <summary>Corrects what is said of a document; its files stay as they came.</summary>
public sealed class ChangeDocument(OperationDoor door) : Operation<ChangeDocumentInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeDocumentInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.DocumentAsync(input.DocumentId, input.Version, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (file, document) = found.Value;
        if (await act.PenOfAsync(file, cancellation) is not { } pen)
        {
            return new Refusal(CaseRefusals.PersonErased);
        }

        var refusals = await input.Facts.CheckAsync(act, file, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        (document.Kind, document.Compartment, document.ExpiresOn) = (
            input.Facts.Kind,
            input.Facts.Compartment,
            input.Facts.ExpiresOn
        );
        document.TitleBox = pen.Seal(input.Facts.Title.Trim(), Document.TitleField(document.Id));
        document.Version++;
        act.Note("case", file.Id, ("document", document.Id.ToString()));
        await act.SettleNextDueAsync(file, cancellation);
        return default(Done);
    }
}

/// <param name="DocumentId">Which.</param>
/// <param name="Version">The version of the record that was on the screen.</param>
/// <param name="Facts">All of them, as they shall be.</param>
public sealed record ChangeDocumentInput(Guid DocumentId, int Version, DocumentFacts Facts);
