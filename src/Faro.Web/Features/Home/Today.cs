// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Approvals;
using Faro.Programme.Audit;
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Cases;
using Faro.Programme.Identification;
using Faro.Programme.Jobs;
using Faro.Programme.People;
using Faro.Web.Features.Approvals;
using Faro.Web.Features.Caseload;
using Faro.Web.Features.Cases;
using Faro.Web.Features.Documents;
using Faro.Web.Features.Identification;
using Faro.Web.Features.Screening;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Home;

/// <summary>What waits for somebody today, asked of each area by what they may see there.</summary>
internal sealed class Today(FaroDb db, TimeProvider clock)
{
    private static readonly CaseFilter Mine = new() { Whose = CaseFilter.Mine };
    private const int RecentDays = 7;
    private const int MostChanged = 5;
    private const int MostOwn = 500;

    public async Task<IReadOnlyList<TodayItem>> ForAsync(
        Actor actor,
        CancellationToken cancellation
    )
    {
        var since = clock.GetUtcNow().AddDays(-RecentDays);
        var items = new List<TodayItem>();
        if (actor.May(Permissions.ViewPeople))
        {
            await AddPeopleAsync(items, actor, since, cancellation);
        }

        if (actor.May(Permissions.ViewCases))
        {
            await AddCasesAsync(items, actor, since, cancellation);
        }

        if (actor.May(Permissions.WorkCases))
        {
            await AddApprovalsAsync(items, actor, cancellation);
            await AddInterviewsAsync(items, actor, cancellation);
            await AddProposalsAsync(items, actor, cancellation);
            await AddChangesAsync(items, actor, since, cancellation);
        }

        if (actor.May(Permissions.ViewCaseContent))
        {
            await AddEndingsAsync(items, actor, cancellation);
        }

        if (actor.May(Permissions.ManageUsers))
        {
            await AddUsersAsync(items, cancellation);
        }

        if (actor.May(Permissions.ViewJobs))
        {
            await AddJobsAsync(items, since, cancellation);
        }

        if (actor.May(Permissions.ViewAudit))
        {
            var refused = await UpToAsync(
                db.AuditEntries.Where(entry =>
                    entry.At >= since && entry.Result == AuditResults.Refused
                ),
                cancellation
            );
            Add(
                items,
                refused,
                new TodayItem(
                    "a",
                    "Tag.Look",
                    "Today.Refusals",
                    refused,
                    "/auditoria?result=refused"
                )
            );
        }

        return items;
    }

    private async Task AddPeopleAsync(
        List<TodayItem> items,
        Actor actor,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var seen = db.People.VisibleTo(actor).OnePerPerson();
        var day = DateOnly.FromDateTime(since.LocalDateTime);
        var recent = await UpToAsync(
            seen.Where(person => person.RegisteredOn >= day),
            cancellation
        );
        var possible = await UpToAsync(
            seen.Where(person => person.Status == "possible-victim" && person.ErasedAt == null),
            cancellation
        );
        Add(
            items,
            possible,
            new TodayItem(
                "a",
                "Tag.Decide",
                "Today.Possible",
                possible,
                "/personas?status=possible-victim"
            )
        );
        Add(items, recent, new TodayItem("", "Tag.New", "Today.Registered", recent, "/personas"));
    }

    private async Task AddCasesAsync(
        List<TodayItem> items,
        Actor actor,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var listing = new CaseListing(db, actor, clock);
        if (actor.May(Permissions.WorkCases))
        {
            await AddOwnCasesAsync(items, actor, listing, cancellation);
        }

        if (actor.May(Permissions.AssignCases))
        {
            var nobodys = new CaseFilter { Whose = CaseFilter.Nobodys };
            var count = await listing.CountAsync(nobodys, cancellation);
            Add(
                items,
                count,
                new("a", "Tag.Decide", "Today.CasesNobodys", count, CaseloadLinks.ListOf(nobodys))
            );
            items.AddRange(await OpenedAsync(actor, cancellation));
        }

        var user = actor.UserId;
        // Whoever carries a case, the supervisor and the data-protection officer are told of every emergency access.
        var opened = await db
            .CaseGrants.Where(grant =>
                grant.Kind == CaseAccessReasons.BreakGlass
                && grant.Since >= since
                && grant.UserId != user
                && db.Cases.VisibleTo(actor).Any(file => file.Id == grant.CaseId)
            )
            .OrderByDescending(grant => grant.Since)
            .Select(grant => grant.CaseId)
            .Distinct()
            .ToListAsync(cancellation);
        items.AddRange(
            opened.Select(id => new TodayItem(
                "r",
                "Tag.Look",
                "Today.Emergency",
                1,
                CasesLinks.Access(id)
            ))
        );
    }

    /// <summary>Cases that another agency opened to theirs, and nobody was named for yet.</summary>
    private async Task<IEnumerable<TodayItem>> OpenedAsync(
        Actor actor,
        CancellationToken cancellation
    )
    {
        var agency = actor.AgencyId;
        var waiting = await db
            .CaseGrants.Where(LivingGrant.Of(actor))
            .Where(grant =>
                grant.UserId == null
                && grant.AgencyId == agency
                && !db.CaseGrants.Any(named =>
                    named.CaseId == grant.CaseId
                    && named.ConsentId == grant.ConsentId
                    && named.UserId != null
                )
            )
            .OrderBy(grant => grant.Since)
            .Select(grant => grant.CaseId)
            .Distinct()
            .ToListAsync(cancellation);
        return waiting.Select(id => new TodayItem(
            "a",
            "Tag.Decide",
            "Today.Opened",
            1,
            CasesLinks.Access(id)
        ));
    }

    private async Task AddOwnCasesAsync(
        List<TodayItem> items,
        Actor actor,
        CaseListing listing,
        CancellationToken cancellation
    )
    {
        var user = actor.UserId;
        // What is due in a part that is not theirs is not told here either.
        var late = Mine with
        {
            Due = CaseFilter.Late,
        };
        var overdue = await listing.CountAsync(late, cancellation);
        var today = clock.Today();
        var days = db.DueDays.VisibleTo(actor, db).Where(day => day.On == today);
        var due = await db
            .Cases.VisibleTo(actor)
            .CountAsync(
                file =>
                    file.OwnerId == user
                    && file.NextDueOn <= today
                    && days.Any(day => day.CaseId == file.Id),
                cancellation
            );
        Add(
            items,
            overdue,
            new("r", "Tag.Late", "Today.CasesLate", overdue, CaseloadLinks.ListOf(late))
        );
        Add(
            items,
            due,
            new(
                "a",
                "Tag.Today",
                "Today.CasesDue",
                due,
                CaseloadLinks.ListOf(Mine with { Due = CaseFilter.Week })
            )
        );
    }

    /// <summary>What was promised or is valid only until a day, told a month before.</summary>
    private async Task AddEndingsAsync(
        List<TodayItem> items,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var today = clock.Today();
        var documents = await Endings.Documents(db, actor, today).CountAsync(cancellation);
        var consents = await Endings
            .Consents(db, actor, clock.GetUtcNow())
            .CountAsync(cancellation);
        Add(
            items,
            documents,
            new("a", "Tag.Look", "Today.DocumentsEnding", documents, DocumentsLinks.Expiring)
        );
        Add(
            items,
            consents,
            new("", "Tag.Look", "Today.ConsentsEnding", consents, DocumentsLinks.Expiring)
        );
    }

    /// <summary>What waits for her answer, and that some of it is late.</summary>
    private async Task AddApprovalsAsync(
        List<TodayItem> items,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var today = clock.Today();
        var waiting = Approvers.WaitingFor(db, actor);
        var all = await waiting.CountAsync(cancellation);
        var late = await waiting.CountAsync(row => row.DueOn < today, cancellation);
        Add(
            items,
            all,
            late > 0
                ? new("r", "Tag.Late", "Today.Approvals", all, ApprovalsLinks.Queue)
                : new("a", "Tag.Decide", "Today.Approvals", all, ApprovalsLinks.Queue)
        );
    }

    /// <summary>Her interviews of which two devices said different things, each with the page where she chooses.</summary>
    private async Task AddInterviewsAsync(
        List<TodayItem> items,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var user = actor.UserId;
        var differing = await db
            .Interviews.Where(row => row.InConflict && row.InterviewerId == user)
            .VisibleTo(actor, db)
            .OrderBy(row => row.SavedAt)
            .Select(row => new { row.CaseId, row.Id })
            .ToListAsync(cancellation);
        items.AddRange(
            differing.Select(row => new TodayItem(
                "a",
                "Tag.Decide",
                "Today.TwoVersions",
                1,
                ScreeningLinks.Compare(row.CaseId, row.Id)
            ))
        );
    }

    /// <summary>Determinations that wait for a second person; the link leads to the one that waits longest.</summary>
    private async Task AddProposalsAsync(
        List<TodayItem> items,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var user = actor.UserId;
        var waiting = await db
            .Determinations.Where(row =>
                row.State == DeterminationStates.Proposed && row.ProposedBy != user
            )
            .VisibleTo(actor, db)
            .OrderBy(row => row.ProposedAt)
            .Select(row => new { row.CaseId, row.Id })
            .ToListAsync(cancellation);
        if (waiting is [var longest, ..])
        {
            items.Add(
                new TodayItem(
                    "a",
                    "Tag.Decide",
                    "Today.Proposals",
                    waiting.Count,
                    IdentificationLinks.One(longest.CaseId, longest.Id)
                )
            );
        }
    }

    /// <summary>Cases that somebody carries and others changed lately, the latest first: the page of each says who did what.</summary>
    private async Task AddChangesAsync(
        List<TodayItem> items,
        Actor actor,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var user = actor.UserId;
        var own = await db
            .Cases.VisibleTo(actor)
            .Where(file => file.OwnerId == user && file.ClosedOn == null)
            .OrderByDescending(file => file.Id)
            .Select(file => (Guid?)file.Id)
            .Take(MostOwn)
            .ToListAsync(cancellation);
        var readings = OperationCode.Readings.ToArray();
        var changed = await db
            .AuditEntries.Where(entry =>
                own.Contains(entry.SubjectId)
                && entry.At >= since
                && entry.ActorId != user
                && entry.ActorId != null
                && entry.Result == AuditResults.Done
                && !readings.Contains(entry.Act)
            )
            .GroupBy(entry => entry.SubjectId)
            .OrderByDescending(group => group.Max(entry => entry.Seq))
            .Select(group => group.Key)
            .Take(MostChanged)
            .ToListAsync(cancellation);
        items.AddRange(
            changed.Select(id => new TodayItem(
                "",
                "Tag.Look",
                "Today.Changed",
                1,
                CasesLinks.Access(id!.Value)
            ))
        );
    }

    private async Task AddUsersAsync(List<TodayItem> items, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var locked = await db.Users.CountAsync(
            user => user.LockoutEnd > now && !user.Closed,
            cancellation
        );
        var single = await db.Users.CountAsync(
            user => !user.TwoFactorEnabled && !user.Closed,
            cancellation
        );
        var agencies = await db.Agencies.CountAsync(agency => !agency.Closed, cancellation);
        Add(items, locked, new TodayItem("r", "Tag.Locked", "Today.Locked", locked, "/usuarios"));
        Add(
            items,
            single,
            new TodayItem("a", "Tag.Safety", "Today.OneFactor", single, "/usuarios")
        );
        if (agencies < 2)
        {
            items.Add(
                new TodayItem("a", "Tag.Begin", "Today.AddAgencies", agencies, "/directorio/nueva")
            );
        }
    }

    private async Task AddJobsAsync(
        List<TodayItem> items,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var running = await db.Jobs.CountAsync(
            job => job.State == JobStates.Queued || job.State == JobStates.Running,
            cancellation
        );
        var failed = await db.Jobs.CountAsync(
            job => job.State == JobStates.Failed && job.EndedAt >= since,
            cancellation
        );
        Add(
            items,
            failed,
            new TodayItem("r", "Tag.Failed", "Today.JobsFailed", failed, "/trabajos")
        );
        Add(
            items,
            running,
            new TodayItem("", "Tag.Running", "Today.JobsRunning", running, "/trabajos")
        );
    }

    /// <summary>Nobody works off thousands in a day: beyond what the page shows it is not counted.</summary>
    private static Task<int> UpToAsync<T>(IQueryable<T> rows, CancellationToken cancellation) =>
        rows.Take(TodayItem.MostShown + 1).CountAsync(cancellation);

    private static void Add(List<TodayItem> items, long count, TodayItem item)
    {
        if (count > 0)
        {
            items.Add(item);
        }
    }
}
