// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Consent;

/// <summary>
/// Writes into the ledger that the law lets data be used or shared without her consent: which exception, why it holds here,
/// and until when. It never hides a no: both stand there.
/// </summary>
public sealed class RecordException(OperationDoor door)
    : Operation<RecordExceptionInput, Guid>(door)
{
    public const string ExceptionList = "consent-exceptions";

    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RecordExceptionInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var file = found.Value.File;

        var refusals = new List<Refusal>();
        var recipient = new ConsentRecipient(
            ConsentPurposes.Find(input.Purpose)?.Recipient ?? "",
            input.AgencyId,
            input.Country
        );
        await ConsentChecks.RecipientAsync(
            act.Db,
            file.AgencyId,
            input.Purpose,
            recipient,
            input.Categories,
            refusals,
            cancellation
        );
        var reason = input.Reason.Trim();
        Check(act, input, reason, refusals);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var id = act.NewId();
        act.Db.Consents.Add(
            new ConsentEntry
            {
                Id = id,
                CaseId = file.Id,
                PersonId = file.PersonId,
                Answer = ConsentAnswers.Exception,
                Purpose = input.Purpose,
                Recipient = recipient.Kind,
                AgencyId = recipient.AgencyId,
                Country = recipient.Country,
                Categories = [.. input.Categories.Distinct(StringComparer.Ordinal)],
                Exception = input.Exception,
                ReasonBox = found.Value.Seal(reason, Field(id)),
                Since = act.Now,
                Until = input.ExpiresOn.EndOfDay(act.Clock),
                RecordedBy = act.Actor.UserId,
                RecordedAt = act.Now,
            }
        );
        act.Note("case", file.Id, ("consent", id.ToString()), ("exception", input.Exception));
        return id;
    }

    internal static string Field(Guid consent) => $"consent-exception:{consent}";

    private static void Check(
        Act act,
        RecordExceptionInput input,
        string reason,
        List<Refusal> refusals
    )
    {
        refusals.Must(
            CodeLists.Get(ExceptionList).Accepts(input.Exception, act.Today),
            ConsentRefusals.ExceptionUnknown,
            nameof(input.Exception)
        );
        refusals.Must(
            reason.Length >= ConsentEntry.ReasonMinLength,
            ConsentRefusals.ReasonTooShort,
            nameof(input.Reason),
            ConsentEntry.ReasonMinLength
        );
        refusals.Must(
            reason.Length <= ConsentEntry.ReasonMaxLength,
            ConsentRefusals.ReasonTooLong,
            nameof(input.Reason),
            ConsentEntry.ReasonMaxLength
        );
        ConsentChecks.End(act, null, input.ExpiresOn, refusals);
    }
}

/// <param name="CaseId">Whose case.</param>
/// <param name="Exception">A code of the list <c>consent-exceptions</c>.</param>
/// <param name="Purpose">A code of the list <c>consent-purposes</c>.</param>
/// <param name="Categories">Codes of the list <c>data-categories</c>.</param>
/// <param name="Reason">Why it holds here; sealed.</param>
/// <param name="ExpiresOn">The last day; an exception always has one.</param>
/// <param name="AgencyId">When an agency receives the data.</param>
/// <param name="Country">Whose consulate receives the data.</param>
public sealed record RecordExceptionInput(
    Guid CaseId,
    string Exception,
    string Purpose,
    IReadOnlyList<string> Categories,
    string Reason,
    DateOnly ExpiresOn,
    Guid? AgencyId = null,
    string Country = ""
)
{
    /// <summary>No reason.</summary>
    public override string ToString() => $"••• {CaseId}";
}
