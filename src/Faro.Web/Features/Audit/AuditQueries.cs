// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;

namespace Faro.Web.Features.Audit;

/// <summary>What the audit pages and their API read, newest first.</summary>
internal static class AuditQueries
{
    /// <param name="db">To read from.</param>
    /// <param name="filter">What was asked for.</param>
    /// <param name="take">At most so many.</param>
    public static IQueryable<AuditRow> Rows(this FaroDb db, AuditFilter filter, int take)
    {
        var entries = db.AuditEntries.AsQueryable();
        if (filter.Before is { } before)
        {
            entries = entries.Where(entry => entry.Seq < before);
        }

        if (!string.IsNullOrEmpty(filter.Result))
        {
            entries = entries.Where(entry => entry.Result == filter.Result);
        }

        if (!string.IsNullOrEmpty(filter.Act))
        {
            entries = entries.Where(entry => entry.Act.StartsWith(filter.Act));
        }

        if (filter.Subject is { } subject)
        {
            entries = entries.Where(entry => entry.SubjectId == subject);
        }

        if (filter.Actor is { } actor)
        {
            entries = entries.Where(entry => entry.ActorId == actor);
        }

        return entries
            .OrderByDescending(entry => entry.Seq)
            .Take(take)
            .Select(entry => new AuditRow(
                entry.Seq,
                entry.At,
                entry.ActorId,
                db.Users.Where(user => user.Id == entry.ActorId)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault(),
                entry.BySystem,
                entry.Act,
                entry.Result,
                entry.SubjectKind,
                entry.SubjectId,
                entry.Details
            ));
    }
}

/// <summary>Which lines are wanted.</summary>
internal sealed record AuditFilter(
    long? Before,
    string? Act,
    string? Result,
    Guid? Subject,
    Guid? Actor
);
