// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Cases;
using Faro.Programme.People;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Tests.Caseload;

/// <summary>What tests of lists and of many cases at once have in common.</summary>
internal static class CaseloadSteps
{
    /// <summary>Leads the agency's work, in its social part.</summary>
    public static Actor Leader(this TestProgramme programme) =>
        programme
            .As(Role.Supervisor)
            .With(Compartments.Social)
            .AtMoment(programme.Clock.GetUtcNow());

    /// <summary>So many leads, each with a person of her own, a second apart.</summary>
    public static async Task<List<Guid>> LeadsAsync(this TestProgramme programme, int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            programme.Clock.Advance(TimeSpan.FromSeconds(1));
            ids.Add(
                await programme.DoneAsync(
                    programme.Get<RegisterLead>(),
                    programme.Worker(),
                    new RegisterLeadInput(
                        new PersonFacts { Sex = "female", Status = "possible-victim" },
                        null,
                        "hotline"
                    )
                )
            );
        }

        return ids;
    }

    /// <summary>Writes in a case what no operation writes by itself, as the programme.</summary>
    public static Task ChangeAsync(this TestProgramme programme, Guid id, Action<Case> change) =>
        programme.WriteAsync(async act =>
            change(
                await act.Db.Cases.Include(file => file.Members).SingleAsync(row => row.Id == id)
            )
        );

    public static Task<CaseListPage> PageAsync(
        this TestProgramme programme,
        Actor actor,
        CaseFilter filter,
        string order = CaseOrders.Newest,
        Guid? after = null,
        int take = 100
    ) =>
        programme.ReadAsync(db =>
            new CaseListing(db, actor, programme.Clock).PageAsync(
                filter,
                order,
                after,
                take,
                CancellationToken.None
            )
        );

    public static Task<int> CountAsync(
        this TestProgramme programme,
        Actor actor,
        CaseFilter filter
    ) =>
        programme.ReadAsync(db =>
            new CaseListing(db, actor, programme.Clock).CountAsync(filter, CancellationToken.None)
        );

    /// <summary>The ids of a list, read in pages of this size to its end.</summary>
    public static async Task<List<CaseRow>> AllAsync(
        this TestProgramme programme,
        Actor actor,
        CaseFilter filter,
        string order,
        int take
    )
    {
        var rows = new List<CaseRow>();
        Guid? after = null;
        do
        {
            var page = await programme.PageAsync(actor, filter, order, after, take);
            rows.AddRange(page.Rows);
            after = page.Next;
        } while (after is not null);

        return rows;
    }
}
