// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Plans;
using Faro.Web.FormParts;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Casework;

/// <summary>A page on the services of a case: what there is, and what its forms offer.</summary>
public abstract class ServicesScreen : CaseworkScreen
{
    [Inject]
    public required FaroDb Db { get; set; }

    [Inject]
    public required ReadServices ReadServices { get; set; }

    [Inject]
    public required ReadPlan ReadPlan { get; set; }

    protected IReadOnlyList<ServiceReading> All { get; private set; } = [];

    protected IReadOnlyList<Choice> Agencies { get; private set; } = [];

    protected IReadOnlyList<Choice> Goals { get; private set; } = [];

    protected override async Task ReadAsync(CaseReading file)
    {
        var read = await ReadServices.RunAsync(Actor, file.Id, Aborted);
        All = read.Done ? read.Value : [];
        var plan = await ReadPlan.RunAsync(Actor, file.Id, Aborted);
        Goals = plan.Done
            ?
            [
                .. plan.Value.Goals.Select(goal => new Choice(
                    goal.Id.ToString(),
                    goal.Words.Objective
                )),
            ]
            : [];
        Agencies =
        [
            .. await Db
                .Agencies.Where(agency => !agency.Closed || agency.Id == file.AgencyId)
                .OrderBy(agency => agency.Id != file.AgencyId)
                .ThenBy(agency => agency.ShortName)
                .Select(agency => new Choice(agency.Id.ToString(), agency.ShortName, null))
                .ToListAsync(Aborted),
        ];
    }

    protected string GoalOf(Guid? id) =>
        Goals.FirstOrDefault(goal => goal.Value == id?.ToString())?.Label ?? "";
}
