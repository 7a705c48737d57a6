// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Tasks;

/// <summary>What somebody says of a task.</summary>
/// <param name="Kind">A code of the list <c>task-kinds</c>.</param>
/// <param name="Title">In words; may be empty when the kind says enough.</param>
/// <param name="OwnerId">Whose; null for whoever carries the case.</param>
/// <param name="DueOn">Null when there is no hurry.</param>
/// <param name="RemindDays">Shown as coming so many days before.</param>
/// <param name="Compartment">A code of the list <c>compartments</c>.</param>
public sealed record TaskFacts(
    string Kind,
    string Title,
    Guid? OwnerId = null,
    DateOnly? DueOn = null,
    int RemindDays = 0,
    string Compartment = Compartments.Social
)
{
    /// <param name="act">To see who is a colleague.</param>
    /// <param name="agencyId">The case's.</param>
    /// <param name="isNew">A new one is not late from the beginning.</param>
    /// <param name="cancellation">Ends the check.</param>
    internal async Task<List<Refusal>> CheckAsync(
        Act act,
        Guid agencyId,
        bool isNew,
        CancellationToken cancellation
    )
    {
        var checks = new CaseworkChecks(act.Today);
        checks.Code(CaseTask.KindList, Kind, nameof(Kind));
        checks.Text(
            Title.Trim(),
            CaseTask.TitleMaxLength,
            nameof(Title),
            required: Kind == CaseTask.OtherKind
        );
        checks.Must(
            RemindDays is >= 0 and <= CaseTask.MostReminderDays,
            CaseworkRefusals.NumberOutOfRange,
            nameof(RemindDays),
            0,
            CaseTask.MostReminderDays
        );
        checks.Must(!isNew || !(DueOn < checks.Today), CaseworkRefusals.DayInPast, nameof(DueOn));
        await checks.ColleagueAsync(act.Db, agencyId, OwnerId, nameof(OwnerId), cancellation);
        return checks.Refusals;
    }

    internal void Apply(CaseTask task, CasePen pen)
    {
        task.Kind = Kind;
        task.TitleBox = pen.Seal(Title.Trim(), CaseTask.TitleField(task.Id));
        task.OwnerId = OwnerId;
        task.DueOn = DueOn;
        task.RemindOn = RemindDays > 0 ? DueOn?.AddDays(-RemindDays) : null;
        task.Compartment = Compartment;
    }
}
