// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Settings;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies;

/// <summary>Finding the study that an operation may change, and keeping what it changed.</summary>
internal static class OwnStudy
{
    /// <summary>The study with its sources, steps, texts, figures and ledger; refused when it is another agency's or closed.</summary>
    public static async Task<Outcome<Study>> OpenAsync(
        Act act,
        Guid id,
        CancellationToken cancellation
    )
    {
        var study = await act
            .Db.Studies.VisibleTo(act.Actor)
            .Include(each => each.Sources)
            .Include(each => each.Steps)
            .Include(each => each.Texts)
            .Include(each => each.Figures)
            .Include(each => each.Analyses)
            .Include(each => each.Headlines)
            .Include(each => each.Signatures)
            .AsSplitQuery()
            .FirstOrDefaultAsync(each => each.Id == id, cancellation);
        return study switch
        {
            null => new Refusal(StudyRefusals.NotFound),
            _ when !act.Actor.IsSystem && study.AgencyId != act.Actor.AgencyId => new Refusal(
                StudyRefusals.NotOwn
            ),
            { IsClosed: true } => new Refusal(StudyRefusals.Closed),
            _ => study,
        };
    }

    /// <summary>A new version, its steps told where they stand, and a line in the audit.</summary>
    public static async Task KeepAsync(Act act, Study study, CancellationToken cancellation)
    {
        study.Version++;
        study.UpdatedAt = act.Now;
        StudyPath.Refresh(study, act.Now, await MinimumAsync(act.Db, cancellation));
        act.Note("study", study.Id);
    }

    /// <summary>The programme's own minimum; ten before the programme was set up.</summary>
    public static async Task<int> MinimumAsync(FaroDb db, CancellationToken cancellation) =>
        await db
            .Profiles.Select(profile => (int?)profile.MinimumCell)
            .FirstOrDefaultAsync(cancellation)
        ?? new ProgrammeProfile
        {
            Name = "",
            Country = "",
            Territory = "",
            TerritoryName = "",
            NumberPrefix = "",
        }.MinimumCell;
}
