// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework.Plans;
using Faro.Web.FormParts;

namespace Faro.Web.Features.Casework;

/// <summary>What the form on a goal posts, as written.</summary>
public sealed class GoalAnswers
{
    public string? Type { get; set; }

    public string? Objective { get; set; }

    public string? Actions { get; set; }

    public Guid? ResponsibleId { get; set; }

    public string? StartedOn { get; set; }

    public string? PlannedEnd { get; set; }

    public string? State { get; set; }

    public string? EndedOn { get; set; }

    public string? Compartment { get; set; }

    public int Version { get; set; }

    internal static GoalAnswers From(GoalReading goal) =>
        new()
        {
            Type = goal.Type,
            Objective = goal.Words.Objective,
            Actions = goal.Words.Actions,
            ResponsibleId = goal.ResponsibleId,
            StartedOn = PostedDay.Write(goal.StartedOn),
            PlannedEnd = PostedDay.Write(goal.PlannedEnd),
            State = goal.State,
            EndedOn = PostedDay.Write(goal.EndedOn),
            Compartment = goal.Compartment,
            Version = goal.Version,
        };

    internal GoalFacts ToFacts() =>
        new(
            Type ?? "",
            new GoalWords { Objective = Objective ?? "", Actions = Actions ?? "" },
            ResponsibleId,
            CaseworkScreen.DayOf(StartedOn),
            CaseworkScreen.DayOf(PlannedEnd),
            State ?? "",
            CaseworkScreen.DayOf(EndedOn),
            Compartment ?? ""
        );
}
