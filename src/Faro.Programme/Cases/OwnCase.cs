// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>How operations of the case river find the case they write in.</summary>
internal static class OwnCase
{
    /// <summary>A case, open or closed, that the actor sees.</summary>
    public static async Task<Outcome<Case>> CaseAsync(
        this Act act,
        Guid id,
        CancellationToken cancellation
    )
    {
        var file = await act
            .Db.Cases.VisibleTo(act.Actor)
            .FirstOrDefaultAsync(row => row.Id == id, cancellation);
        return file is null ? new Refusal(CaseRefusals.NotFound) : file;
    }

    /// <summary>As <see cref="CaseAsync(Act,Guid,CancellationToken)"/>, refused when the case is closed.</summary>
    public static async Task<Outcome<Case>> OpenCaseAsync(
        this Act act,
        Guid id,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(id, cancellation);
        return found.Done && found.Value.IsClosed ? new Refusal(CaseRefusals.IsClosed) : found;
    }

    /// <summary>
    /// An open case of the actor's own agency, as it was on the screen: who was let in to help does not move it, close it
    /// or say whose it is.
    /// </summary>
    public static async Task<Outcome<Case>> OpenCaseAsync(
        this Act act,
        Guid id,
        int version,
        CancellationToken cancellation
    )
    {
        var found = await act.OpenCaseAsync(id, cancellation);
        return !found.Done ? found
            : !act.Owns(found.Value) ? new Refusal(CaseRefusals.NotOwn)
            : found.Value.Version != version ? new Refusal(CaseRefusals.ChangedMeanwhile)
            : found;
    }

    /// <summary>
    /// An open case in whose compartment the actor works; else refused as not found: what lies there is not even hinted at.
    /// </summary>
    public static async Task<Outcome<Case>> OpenCaseAsync(
        this Act act,
        Guid id,
        string compartment,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(id, compartment, cancellation);
        return found.Done && found.Value.IsClosed ? new Refusal(CaseRefusals.IsClosed) : found;
    }

    /// <summary>A case, open or closed, in whose compartment the actor works; else refused as not found.</summary>
    public static async Task<Outcome<Case>> CaseAsync(
        this Act act,
        Guid id,
        string compartment,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(id, cancellation);
        return found.Done && !await act.MayWorkInAsync(found.Value, compartment, cancellation)
            ? new Refusal(CaseRefusals.NotFound)
            : found;
    }

    /// <summary>Whether it is a case of the actor's own agency.</summary>
    public static bool Owns(this Act act, Case file) =>
        act.Actor.IsSystem || file.AgencyId == act.Actor.AgencyId;

    /// <summary>Moves it and writes its history. The caller has asked whether there is such a move.</summary>
    public static void Move(this Act act, Case file, string to)
    {
        file.Version++;
        act.Db.CaseSteps.Add(
            new CaseStep
            {
                Id = act.NewId(),
                CaseId = file.Id,
                From = file.State,
                To = to,
                Version = file.Version,
                UserId = act.Actor.UserId,
                At = act.Now,
            }
        );
        (file.State, file.StateSince) = (to, act.Now);
    }

    /// <summary>The key of the person whose case it is: whatever is written about her is sealed with it.</summary>
    /// <returns>Null once she was erased.</returns>
    public static ValueTask<SealedKey?> KeyOfAsync(
        this Act act,
        Case file,
        CancellationToken cancellation
    ) => act.Db.SealedKeys.FindAsync([file.PersonId], cancellation);

    public static async Task<bool> MayWorkInAsync(
        this Act act,
        Case file,
        string compartment,
        CancellationToken cancellation
    )
    {
        if (
            act.Actor.IsSystem
            || (
                file.AgencyId == act.Actor.AgencyId
                && act.Actor.Compartments.Contains(compartment, StringComparer.Ordinal)
            )
        )
        {
            return true;
        }

        var works = act.Actor.Compartments.Contains(compartment, StringComparer.Ordinal);
        return await act
            .Db.CaseGrants.Where(LivingGrant.Of(act.Actor, act.Now))
            .AnyAsync(
                grant =>
                    grant.CaseId == file.Id
                    && grant.Compartments.Contains(compartment)
                    && (grant.UserId != null || works),
                cancellation
            );
    }
}
