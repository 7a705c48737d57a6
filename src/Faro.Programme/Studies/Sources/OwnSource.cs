// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Sources;

/// <summary>Finding the source that an operation may change, with its study.</summary>
internal static class OwnSource
{
    public static async Task<Outcome<(Study Study, StudySource Source)>> OpenAsync(
        Act act,
        Guid id,
        CancellationToken cancellation
    )
    {
        var studyId = await act
            .Db.StudySources.VisibleTo(act.Actor, act.Db)
            .Where(source => source.Id == id)
            .Select(source => (Guid?)source.StudyId)
            .FirstOrDefaultAsync(cancellation);
        if (studyId is null)
        {
            return new Refusal(SourceRefusals.NotFound);
        }

        var study = await OwnStudy.OpenAsync(act, studyId.Value, cancellation);
        return study.Done
            ? (study.Value, study.Value.Sources.Find(source => source.Id == id)!)
            : study.Refusals.ToList();
    }
}
