// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Cases;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework;

/// <summary>A case at hand with the key of its person: what is written in it is sealed, what stands in it can be opened.</summary>
internal sealed class CasePen(SealingVault vault, Case file, SealedKey? key)
{
    public Case File => file;

    /// <summary>A place is bound to its row, as in <c>case-task:…</c>.</summary>
    public byte[]? Seal(string words, string field) => SealedWords.Seal(vault, key!, words, field);

    /// <summary>Several texts that are always read together.</summary>
    public byte[]? Seal<T>(T words, string field)
        where T : class => Seal(JsonSerializer.Serialize(words), field);

    /// <returns>Empty when there is no box, and once the person was erased.</returns>
    public string Open(byte[]? box, string field) =>
        key is null ? "" : SealedWords.Open(vault, key, box, field);

    public T Open<T>(byte[]? box, string field)
        where T : class, new()
    {
        var words = Open(box, field);
        return words.Length == 0 ? new T() : JsonSerializer.Deserialize<T>(words)!;
    }
}

/// <summary>How operations of daily work come to the case they write or read in.</summary>
internal static class CasePens
{
    /// <summary>An open case, to write in one of its compartments.</summary>
    public static async Task<Outcome<CasePen>> PenAsync(
        this Act act,
        Guid caseId,
        string compartment,
        CancellationToken cancellation
    )
    {
        if (!Compartments.All.Contains(compartment, StringComparer.Ordinal))
        {
            return new Refusal(CaseRefusals.CompartmentUnknown, "Compartment");
        }

        var found = await act.OpenCaseAsync(caseId, compartment, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var key = await act.KeyOfAsync(found.Value, cancellation);
        return key is null
            ? new Refusal(CaseRefusals.PersonErased)
            : new CasePen(act.Vault, found.Value, key);
    }

    /// <summary>A case to read in, open or closed. Which rows are read is asked row by row.</summary>
    public static async Task<Outcome<CasePen>> ReadingPenAsync(
        this Act act,
        Guid caseId,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(caseId, cancellation);
        return found.Done
            ? new CasePen(act.Vault, found.Value, await act.KeyOfAsync(found.Value, cancellation))
            : found.Refusals.ToList();
    }

    /// <summary>One row that the actor sees, as it was on the screen, in a case that is open.</summary>
    public static async Task<Outcome<CaseRowAtHand<T>>> RowAsync<T>(
        this Act act,
        IQueryable<T> rows,
        Guid id,
        int version,
        CancellationToken cancellation
    )
        where T : class, ICaseRow
    {
        var row = await rows.VisibleTo(act.Actor, act.Db)
            .FirstOrDefaultAsync(each => each.Id == id, cancellation);
        if (row is null)
        {
            return new Refusal(CaseworkRefusals.NotFound);
        }

        var pen = await act.PenAsync(row.CaseId, row.Compartment, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        return row.Version == version
            ? new CaseRowAtHand<T>(row, pen.Value)
            : new Refusal(CaseworkRefusals.ChangedMeanwhile);
    }

    /// <summary>As <see cref="RowAsync"/>, on its way to another compartment, of those in which the actor works.</summary>
    public static async Task<Outcome<CaseRowAtHand<T>>> MovedRowAsync<T>(
        this Act act,
        IQueryable<T> rows,
        Guid id,
        int version,
        string compartment,
        CancellationToken cancellation
    )
        where T : class, ICaseRow
    {
        var found = await act.RowAsync(rows, id, version, cancellation);
        if (!found.Done || found.Value.Row.Compartment == compartment)
        {
            return found;
        }

        var pen = await act.PenAsync(found.Value.Row.CaseId, compartment, cancellation);
        return pen.Done ? found : pen.Refusals.ToList();
    }

    /// <summary>What the audit says of a row: its case, and which row of which kind.</summary>
    public static void NoteRow(this Act act, Guid caseId, string kind, Guid rowId) =>
        act.Note("case", caseId, (kind, rowId.ToString()));
}

/// <summary>A row that is about to be changed, with the case it stands in.</summary>
internal sealed record CaseRowAtHand<T>(T Row, CasePen Pen);
