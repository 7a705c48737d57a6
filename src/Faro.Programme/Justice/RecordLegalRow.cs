// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Justice;

/// <summary>Writes one row of the legal compartment, or corrects it. What each kind asks for is said by its facts.</summary>
public abstract class RecordLegalRow<TRow, TFacts>(OperationDoor door)
    : Operation<LegalRowInput<TFacts>, Guid>(door)
    where TRow : class, ICaseRow
    where TFacts : LegalFacts<TRow>
{
    public sealed override Permission Permission => Permissions.WorkCases;

    /// <summary>The noun in the audit.</summary>
    protected abstract string Noun { get; }

    /// <summary>There is one of it in a case, found by the case.</summary>
    protected virtual bool IsOneToACase => false;

    protected abstract TRow New(Act act, Guid caseId);

    protected internal sealed override async Task<Outcome<Guid>> ActAsync(
        Act act,
        LegalRowInput<TFacts> input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, Compartments.Legal, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var rows = act.Db.Set<TRow>();
        var old =
            IsOneToACase || input.RowId is not null
                ? await rows.FirstOrDefaultAsync(
                    each => each.CaseId == input.CaseId && (IsOneToACase || each.Id == input.RowId),
                    cancellation
                )
                : null;
        if (old is null && input.RowId is not null)
        {
            return new Refusal(CaseworkRefusals.NotFound);
        }

        if ((old?.Version ?? 0) != input.Version)
        {
            return new Refusal(CaseworkRefusals.ChangedMeanwhile);
        }

        var row = old ?? New(act, input.CaseId);
        var checks = new CaseworkChecks(act.Today);
        await input.Facts.CheckAsync(act, pen.Value.File, row, checks, cancellation);
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        input.Facts.Apply(row, pen.Value, act.Today);
        if (old is null)
        {
            rows.Add(row);
        }
        else
        {
            row.Version++;
        }

        await act.SettleNextDueAsync(pen.Value.File, cancellation);
        act.NoteRow(input.CaseId, Noun, row.Id);
        return row.Id;
    }
}

/// <param name="CaseId">In which case.</param>
/// <param name="RowId">Which; null for a new one, and where there is one to a case.</param>
/// <param name="Version">The version that was on the screen; 0 for a new one.</param>
/// <param name="Facts">All of them.</param>
public sealed record LegalRowInput<TFacts>(Guid CaseId, Guid? RowId, int Version, TFacts Facts);

/// <summary>What somebody says of a row, with its rules.</summary>
public abstract record LegalFacts<TRow>
    where TRow : class, ICaseRow
{
    internal abstract Task CheckAsync(
        Act act,
        Case file,
        TRow row,
        CaseworkChecks checks,
        CancellationToken cancellation
    );

    internal abstract void Apply(TRow row, CasePen pen, DateOnly today);
}
