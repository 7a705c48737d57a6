// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework.Tasks;

namespace Faro.Web.Features.Casework;

/// <summary>What the form on a task posts, as written.</summary>
public sealed class TaskAnswers
{
    public string? Kind { get; set; }

    public string? Title { get; set; }

    public Guid? OwnerId { get; set; }

    public string? DueOn { get; set; }

    public int RemindDays { get; set; }

    public string? Compartment { get; set; }

    public int Version { get; set; }

    internal TaskFacts ToFacts() =>
        new(
            Kind ?? "",
            Title ?? "",
            OwnerId,
            CaseworkScreen.DayOf(DueOn),
            RemindDays,
            Compartment ?? ""
        );
}
