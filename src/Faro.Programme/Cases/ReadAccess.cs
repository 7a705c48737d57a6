// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>Who came into a case from outside, why, and who looked at it lately.</summary>
public sealed class ReadAccess(OperationDoor door) : ReadingOperation<Guid, CaseAccess>(door)
{
    /// <summary>How many of the last acts on a case are told.</summary>
    public const int MostLooks = 50;

    public override Permission Permission => Permissions.ViewCases;

    protected internal override async Task<Outcome<CaseAccess>> ActAsync(
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

        var grants = await (
            from grant in act.Db.CaseGrants
            where grant.CaseId == input
            orderby grant.Since descending
            select new
            {
                Grant = grant,
                Who = act.Db.Users.Where(user => user.Id == grant.UserId)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? act.Db.Agencies.Where(agency => agency.Id == grant.AgencyId)
                        .Select(agency => agency.Name)
                        .FirstOrDefault()
                    ?? "",
            }
        ).ToListAsync(cancellation);
        var looks = await LooksAsync(act.Db, input, cancellation);
        act.Note("case", input);
        return new CaseAccess(
            [
                .. grants.Select(each => new CaseWay(
                    each.Grant.Id,
                    each.Who,
                    each.Grant.Kind,
                    each.Grant.Compartments,
                    found.Value.Open(each.Grant.ReasonBox, BreakGlass.Field(each.Grant.Id)),
                    each.Grant.Since,
                    each.Grant.Until,
                    each.Grant.EndedAt,
                    each.Grant.AgencyId,
                    each.Grant.UserId is null
                )),
            ],
            looks
        );
    }

    private static async Task<List<CaseLook>> LooksAsync(
        FaroDb db,
        Guid file,
        CancellationToken cancellation
    )
    {
        return await (
            from entry in db.AuditEntries
            where entry.SubjectId == file
            orderby entry.Seq descending
            select new CaseLook(
                entry.At,
                db.Users.Where(user => user.Id == entry.ActorId)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? "",
                entry.Act,
                entry.Result == AuditResults.Refused
            )
        )
            .Take(MostLooks)
            .ToListAsync(cancellation);
    }
}

/// <param name="Ways">Newest first.</param>
/// <param name="Looks">Newest first, at most <see cref="ReadAccess.MostLooks"/>.</param>
public sealed record CaseAccess(IReadOnlyList<CaseWay> Ways, IReadOnlyList<CaseLook> Looks);

/// <summary>A way into a case for somebody from outside.</summary>
public sealed record CaseWay(
    Guid Id,
    string Who,
    string Kind,
    IReadOnlyList<string> Compartments,
    string Reason,
    DateTimeOffset Since,
    DateTimeOffset Until,
    DateTimeOffset? EndedAt,
    Guid? AgencyId,
    bool IsForAgency
)
{
    public bool IsOpenAt(DateTimeOffset moment) => EndedAt is null && moment < Until;
}

/// <summary>Somebody looked at a case or did something in it.</summary>
public sealed record CaseLook(DateTimeOffset At, string Who, string Act, bool Refused);
