// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Programme.Studies;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Studies;

/// <summary>A study as its pages head it.</summary>
/// <param name="Id">Which.</param>
/// <param name="AgencyId">Whose.</param>
/// <param name="Agency">Its name.</param>
/// <param name="TitleEs">In Spanish.</param>
/// <param name="TitleEn">In English, or empty.</param>
/// <param name="QuestionEs">In Spanish.</param>
/// <param name="QuestionEn">In English, or empty.</param>
/// <param name="TerritoryName">In words.</param>
/// <param name="PeriodFrom">First day.</param>
/// <param name="PeriodTo">Last day, included.</param>
/// <param name="UpdatedAt">Last change.</param>
/// <param name="ClosedAt">Null while it is worked on.</param>
/// <param name="Version">For forms.</param>
public sealed record StudyHead(
    Guid Id,
    Guid AgencyId,
    string? Agency,
    string TitleEs,
    string TitleEn,
    string QuestionEs,
    string QuestionEn,
    string TerritoryName,
    DateOnly PeriodFrom,
    DateOnly PeriodTo,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ClosedAt,
    int Version
)
{
    /// <summary>In the reader's language where there is one.</summary>
    public string Title => In(TitleEs, TitleEn);

    public string Question => In(QuestionEs, QuestionEn);

    public bool IsClosed => ClosedAt is not null;

    /// <summary>Whether this person may change it.</summary>
    public bool IsOpenTo(Actor actor) =>
        !IsClosed
        && actor.AgencyId == AgencyId
        && actor.May(Programme.Access.Permissions.ManageStudies);

    private static string In(string es, string en) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && en.Length > 0 ? en : es;
}

/// <summary>What the pages of studies and their API read.</summary>
internal static class StudyQueries
{
    /// <param name="studies">Already cut to what the reader may see.</param>
    /// <param name="db">To read names from.</param>
    public static IQueryable<StudyHead> Heads(this IQueryable<Study> studies, FaroDb db) =>
        studies.Select(study => new StudyHead(
            study.Id,
            study.AgencyId,
            db.Agencies.Where(agency => agency.Id == study.AgencyId)
                .Select(agency => agency.Name)
                .FirstOrDefault(),
            study.TitleEs,
            study.TitleEn,
            study.QuestionEs,
            study.QuestionEn,
            study.TerritoryName,
            study.PeriodFrom,
            study.PeriodTo,
            study.UpdatedAt,
            study.ClosedAt,
            study.Version
        ));

    /// <summary>The steps in the order of the path.</summary>
    public static async Task<IReadOnlyList<StepRow>> StepsAsync(
        this FaroDb db,
        Guid study,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .StudySteps.Where(step => step.StudyId == study)
            .Select(step => new StepRow(
                step.Code,
                step.State,
                step.Reason,
                step.JobId,
                step.ChangedAt
            ))
            .ToListAsync(cancellation);
        return [.. StudySteps.All.SelectMany(code => rows.Where(row => row.Code == code))];
    }
}

/// <summary>One step of the path.</summary>
/// <param name="Code">One of <see cref="StudySteps"/>.</param>
/// <param name="State">One of <see cref="StepStates"/>.</param>
/// <param name="Reason">Why it cannot start or failed, or empty.</param>
/// <param name="JobId">The job that works on it, or did last.</param>
/// <param name="ChangedAt">UTC.</param>
public sealed record StepRow(
    string Code,
    string State,
    string Reason,
    Guid? JobId,
    DateTimeOffset ChangedAt
)
{
    public bool IsRunnable =>
        StudySteps.Runnable.Contains(Code, StringComparer.Ordinal)
        && State is StepStates.Ready or StepStates.Done or StepStates.Stale;

    /// <summary>The class of its mark on the path.</summary>
    public string Mark =>
        State switch
        {
            StepStates.Done => "done",
            StepStates.Running or StepStates.Stale or StepStates.Ready => "now",
            StepStates.Blocked => "stopped",
            _ => "",
        };

    /// <summary>The class of its tag.</summary>
    public string Tone =>
        State switch
        {
            StepStates.Done => "v",
            StepStates.Ready or StepStates.Stale => "a",
            StepStates.Blocked => "r",
            _ => "",
        };
}
