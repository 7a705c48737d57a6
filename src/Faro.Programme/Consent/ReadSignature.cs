// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Consent;

/// <summary>Opens a signature that was drawn on the screen.</summary>
public sealed class ReadSignature(OperationDoor door) : ReadingOperation<Guid, byte[]>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    /// <returns>PNG.</returns>
    protected internal override async Task<Outcome<byte[]>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var occasion = await act.Db.ConsentOccasions.FirstOrDefaultAsync(
            row => row.Id == input,
            cancellation
        );
        var found = occasion is null
            ? new Refusal(ConsentRefusals.NotFound)
            : await act.CaseAsync(occasion.CaseId, Compartments.Social, cancellation);
        if (!found.Done || occasion?.SignatureBox is null)
        {
            return new Refusal(ConsentRefusals.NotFound);
        }

        if (await act.PenOfAsync(found.Value, cancellation) is not { } pen)
        {
            return new Refusal(CaseRefusals.PersonErased);
        }

        act.Note("case", occasion.CaseId, ("occasion", input.ToString()));
        return pen.OpenBytes(occasion.SignatureBox, ConsentOccasion.SignatureField(input));
    }
}
