// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Consent;

/// <summary>Says which document is the sheet that was signed on paper; once said, it stays.</summary>
public sealed class AttachSheet(OperationDoor door) : Operation<AttachSheetInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        AttachSheetInput input,
        CancellationToken cancellation
    )
    {
        var occasion = await act.Db.ConsentOccasions.FirstOrDefaultAsync(
            row => row.Id == input.OccasionId,
            cancellation
        );
        if (occasion is null)
        {
            return new Refusal(ConsentRefusals.NotFound);
        }

        var found = await act.CaseAsync(occasion.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return new Refusal(ConsentRefusals.NotFound);
        }

        if (occasion.Manner != ConsentManners.Paper || occasion.DocumentId is not null)
        {
            return new Refusal(ConsentRefusals.SheetNotNeeded);
        }

        var sheet = await act
            .Db.Documents.SheetsOf(occasion.CaseId)
            .AnyAsync(document => document.Id == input.DocumentId, cancellation);
        if (!sheet)
        {
            return new Refusal(ConsentRefusals.SheetUnknown, nameof(input.DocumentId));
        }

        occasion.DocumentId = input.DocumentId;
        act.Note("case", occasion.CaseId, ("document", input.DocumentId.ToString()));
        return default(Done);
    }
}

/// <param name="OccasionId">When it was signed.</param>
/// <param name="DocumentId">A consent form among the documents of the same case.</param>
public sealed record AttachSheetInput(Guid OccasionId, Guid DocumentId);
