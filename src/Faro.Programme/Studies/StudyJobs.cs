// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Jobs;

namespace Faro.Programme.Studies;

/// <summary>Asking for the long work of a study.</summary>
internal static class StudyJobs
{
    public const string LoadKind = "source-load";
    public const string StepKind = "study-step";

    /// <returns>The job's id.</returns>
    public static Guid Request<T>(Act act, string kind, Study study, T order)
    {
        var job = new Job
        {
            Id = act.NewId(),
            Kind = kind,
            Input = JsonSerializer.Serialize(order, StudyJson.Plain),
            State = JobStates.Queued,
            SubjectId = study.Id,
            AgencyId = study.AgencyId,
            RequestedBy = act.Actor.UserId,
            Seed = study.Seed,
            CreatedAt = act.Now,
        };
        act.Db.Jobs.Add(job);
        return job.Id;
    }
}
