// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Screening;

namespace Faro.Web.Features.Screening;

/// <summary>One interview in a list: nothing of what was answered.</summary>
public sealed record InterviewRow(
    Guid Id,
    Guid CaseId,
    string Instrument,
    string InstrumentVersion,
    string State,
    string Language,
    string Channel,
    string Interviewer,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    bool InConflict
);

internal static class InterviewRows
{
    public static IQueryable<InterviewRow> Rows(this IQueryable<Interview> interviews, FaroDb db) =>
        interviews.Select(row => new InterviewRow(
            row.Id,
            row.CaseId,
            row.Instrument,
            row.InstrumentVersion,
            row.State,
            row.Language,
            row.Channel,
            db.Users.Where(user => user.Id == row.InterviewerId)
                .Select(user => user.DisplayName)
                .FirstOrDefault()
                ?? "",
            row.StartedAt,
            row.FinishedAt,
            row.InConflict
        ));
}
