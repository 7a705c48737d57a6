// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Vault;

namespace Faro.Programme.Cases;

/// <summary>A case at hand with the key of its person: what is written in it is sealed, what stands in it can be opened.</summary>
internal sealed class CasePen(SealingVault vault, Case file, SealedKey? key)
{
    public Case File => file;

    /// <summary>A place is bound to its row, as in <c>case-task:…</c>.</summary>
    public byte[]? Seal(string words, string field) => SealedWords.Seal(vault, key!, words, field);

    /// <summary>Several texts that are always read together.</summary>
    public byte[] Seal<T>(T words, string field)
        where T : class => SealedWords.SealRecord(vault, key!, words, field);

    public byte[] SealBytes(ReadOnlySpan<byte> bytes, string field) =>
        vault.Seal(key!, bytes, field);

    /// <returns>Empty when there is no box, and once the person was erased.</returns>
    public string Open(byte[]? box, string field) =>
        key is null ? "" : SealedWords.Open(vault, key, box, field);

    /// <returns>Null when there is no box, and once the person was erased.</returns>
    public T? Open<T>(byte[]? box, string field)
        where T : class => key is null ? null : SealedWords.OpenRecord<T>(vault, key, box, field);

    /// <returns>Empty when there is no box, and once the person was erased.</returns>
    public byte[] OpenBytes(byte[]? box, string field) =>
        key is null || box is null ? [] : vault.Open(key, box, field);
}

/// <summary>How operations of the case river come to what they write or read in a case.</summary>
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

        return await act.PenOfAsync(found.Value, cancellation) is { } pen
            ? pen
            : new Refusal(CaseRefusals.PersonErased);
    }

    /// <summary>To write in a case that was found already.</summary>
    /// <returns>Null once the person was erased.</returns>
    public static async Task<CasePen?> PenOfAsync(
        this Act act,
        Case file,
        CancellationToken cancellation
    ) =>
        await act.KeyOfAsync(file, cancellation) is { } key
            ? new CasePen(act.Vault, file, key)
            : null;

    /// <summary>A case to read in, open or closed. Which rows are read is asked row by row.</summary>
    public static async Task<Outcome<CasePen>> ReadingPenAsync(
        this Act act,
        Guid caseId,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(caseId, cancellation);
        return found.Done
            ? await act.ReadingPenOfAsync(found.Value, cancellation)
            : found.Refusals.ToList();
    }

    /// <summary>To read in a case that was found already; it opens nothing once the person was erased.</summary>
    public static async Task<CasePen> ReadingPenOfAsync(
        this Act act,
        Case file,
        CancellationToken cancellation
    ) => new(act.Vault, file, await act.KeyOfAsync(file, cancellation));
}
