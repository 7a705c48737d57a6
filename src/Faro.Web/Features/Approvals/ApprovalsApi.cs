// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Approvals;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Approvals;

/// <summary>Approvals and their rules through the API, with the same rules as on the screens.</summary>
internal static class ApprovalsApi
{
    public static void MapApprovals(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("approvals");
        cases
            .MapItemOperation<ReadApprovals, IReadOnlyList<ApprovalReading>>("read-approvals")
            .NeverStored();
        cases.MapItemOperation<AskApproval, AskBody, AskApprovalInput, Guid>(
            "ask-approval",
            (id, body) => new(id, body.Subject, body.Words, body.Choice)
        );
        var approvals = api.MapGroup("/approvals").WithTags("approvals");
        approvals.MapGet("/", WaitingAsync).RequireDoor(Permissions.WorkCases).NeverStored();
        approvals.MapItemOperation<AnswerApproval, AnswerBody, AnswerApprovalInput, Done>(
            "answer",
            (id, body) => new(id, body.Version, body.Grants, body.Words)
        );
        approvals.MapItemOperation<WithdrawApproval, VersionBody, WithdrawApprovalInput, Done>(
            "withdraw",
            (id, body) => new(id, body.Version)
        );
        var rules = api.MapGroup("/approval-rules").WithTags("approvals");
        rules.MapOperation<SetApprovalRule, SetApprovalRuleInput, Done>("set");
        rules.MapItemOperation<RemoveApprovalRule, VersionBody, RemoveApprovalRuleInput, Done>(
            "remove",
            (id, body) => new(id, body.Version)
        );
    }

    /// <summary>What waits for who asks.</summary>
    private static async Task<Ok<List<QueueRow>>> WaitingAsync(
        FaroDb db,
        CurrentActor current,
        CancellationToken cancellation
    ) => TypedResults.Ok(await QueueRow.ForAsync(db, current.Actor, cancellation));

    internal sealed record AskBody(string Subject, string Words = "", string Choice = "");

    internal sealed record AnswerBody(int Version, bool Grants, string Words = "");

    internal sealed record VersionBody(int Version);
}
