// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Consent;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Consent;

/// <summary>The ledger through the API: exactly what the screens show to the same account.</summary>
internal static class ConsentApi
{
    public static void MapConsents(this RouteGroupBuilder api)
    {
        var consents = api.MapGroup("/consents").WithTags("consents");
        consents.MapGet("/", ListAsync).RequireDoor(Permissions.ViewConsents);
        consents.MapGet("/{id:guid}", GetAsync).RequireDoor(Permissions.ViewConsents);
        consents.MapGet("/texts", TextsAsync).RequireDoor(Permissions.OwnAccount);
        consents
            .MapOperation<ReadConsents, OfCaseBody, Guid, IReadOnlyList<ConsentLine>>(
                "read-ledger",
                body => body.CaseId
            )
            .NeverStored();
        consents.MapOperation<AskConsent, AskConsentInput, ConsentVerdict>("ask");
        consents.MapOperation<RecordConsent, RecordConsentInput, Guid>("record");
        consents.MapOperation<RecordException, RecordExceptionInput, Guid>("record-exception");
        consents.MapOperation<AttachSheet, AttachSheetInput, Done>("attach-sheet");
        consents.MapOperation<AddConsentText, AddConsentTextInput, Guid>("add-text");
        consents.MapItemOperation<WithdrawConsent, WithdrawBody, WithdrawConsentInput, int>(
            "withdraw",
            (id, body) => new(id, body.Words ?? "")
        );
        consents.MapItemOperation<ShareByConsent, ShareBody, ShareByConsentInput, Guid>(
            "share",
            (id, body) => new(id, body.Days)
        );
    }

    private static async Task<Ok<ApiPage<ConsentRow>>> ListAsync(
        FaroDb db,
        CurrentActor current,
        int? take,
        Guid? after,
        Guid? @case,
        CancellationToken cancellation
    )
    {
        var entries = db.Consents.VisibleTo(current.Actor, db);
        if (@case is { } file)
        {
            entries = entries.Where(entry => entry.CaseId == file);
        }

        if (after is { } last)
        {
            entries = entries.Where(entry => entry.Id < last);
        }

        return await entries
            .OrderByDescending(entry => entry.Id)
            .Select(ConsentRow.From)
            .ToPageAsync(take, row => row.Id, cancellation);
    }

    private static async Task<Results<Ok<ConsentRow>, NotFound>> GetAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        CancellationToken cancellation
    )
    {
        var row = await db
            .Consents.VisibleTo(current.Actor, db)
            .Where(entry => entry.Id == id)
            .Select(ConsentRow.From)
            .FirstOrDefaultAsync(cancellation);
        return row is null ? TypedResults.NotFound() : TypedResults.Ok(row);
    }

    private static async Task<Ok<IReadOnlyList<ConsentText>>> TextsAsync(
        FaroDb db,
        CancellationToken cancellation
    ) => TypedResults.Ok(await ConsentTexts.AllAsync(db, cancellation));

    internal sealed record OfCaseBody(Guid CaseId);

    internal sealed record WithdrawBody(string? Words);

    internal sealed record ShareBody(int Days);
}
