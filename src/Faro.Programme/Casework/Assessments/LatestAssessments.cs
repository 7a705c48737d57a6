// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Assessments;

/// <summary>What the head of a case takes from its assessments.</summary>
internal static class LatestAssessments
{
    /// <summary>
    /// Marks the last one of an instrument that was not taken back, takes the case's risk from it, and settles what is due.
    /// </summary>
    public static async Task SettleAssessmentsAsync(
        this Act act,
        Case file,
        string instrument,
        CancellationToken cancellation
    )
    {
        await act.Db.SaveChangesAsync(cancellation);
        var rows = await act
            .Db.Assessments.Where(row => row.CaseId == file.Id && row.Instrument == instrument)
            .OrderBy(row => row.On)
            .ThenBy(row => row.WrittenAt)
            .ThenBy(row => row.Id)
            .ToListAsync(cancellation);
        var latest = rows.LastOrDefault(row => row.VoidedAt is null);
        foreach (var row in rows)
        {
            row.IsLatest = row == latest;
        }

        if (instrument == AssessmentForm.Risk)
        {
            file.Risk = latest?.Overall ?? "";
        }

        await act.SettleNextDueAsync(file, cancellation);
    }
}
