// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Vault;

/// <summary>Makes a new key-encryption key and queues the work that moves every owner's key under it. Gives the job's id.</summary>
public sealed class RotateKeys(OperationDoor door) : Operation<Done, Guid>(door)
{
    public override Permission Permission => Permissions.ManageKeys;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        Done input,
        CancellationToken cancellation
    )
    {
        if (
            await act.Db.Jobs.AnyAsync(
                job =>
                    job.Kind == RotateKeysWork.Code
                    && (job.State == JobStates.Queued || job.State == JobStates.Running),
                cancellation
            )
        )
        {
            return new Refusal(VaultRefusals.RotationRunning);
        }

        // The key lies on the disk before anything can be wrapped by it; if the commit fails, one unused key remains.
        var key = act.Get<Keyring>().AddKey(act.Clock);
        act.Note("key", null, ("number", key.ToString(CultureInfo.InvariantCulture)));
        return act.Enqueue(RotateKeysWork.Code, new { Key = key }).Id;
    }
}

/// <summary>Moves up to <see cref="RotateKeysWork.PerChunk"/> owners' keys under the active key; gives how many it moved.</summary>
internal sealed class RewrapKeys(OperationDoor door) : Operation<Done, int>(door)
{
    public override Permission Permission => Permissions.ManageKeys;

    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        Done input,
        CancellationToken cancellation
    )
    {
        var keyring = act.Get<Keyring>();
        var (active, known) = (keyring.Active, keyring.Ids);
        var keys = await act
            .Db.SealedKeys.Where(key => key.WrappedBy != active && known.Contains(key.WrappedBy))
            .OrderBy(key => key.WrappedBy)
            .ThenBy(key => key.OwnerId)
            .Take(RotateKeysWork.PerChunk)
            .ToListAsync(cancellation);
        keys.ForEach(act.Vault.Rewrap);
        act.Note(
            "key",
            null,
            ("moved", keys.Count.ToString(CultureInfo.InvariantCulture)),
            ("number", active.ToString(CultureInfo.InvariantCulture))
        );
        return keys.Count;
    }
}

/// <summary>
/// Rotation of the key-encryption key: what is sealed stays as it is, only each owner's key is wrapped anew. A chunk moves
/// whoever is left, so it may be repeated; the last one goes on until nobody is.
/// </summary>
internal sealed class RotateKeysWork : JobWork
{
    public const string Code = "rotate-keys";
    public const int PerChunk = 500;

    public override string Kind => Code;

    public override Permission Permission => Permissions.ManageKeys;

    public override async Task<int> CutAsync(JobTask job, CancellationToken cancellation)
    {
        var active = job.Get<Keyring>().Active;
        var owners = await job.Get<FaroDb>()
            .SealedKeys.CountAsync(key => key.WrappedBy != active, cancellation);
        return Math.Max(1, (owners + PerChunk - 1) / PerChunk);
    }

    public override async Task<byte[]> RunChunkAsync(
        JobTask job,
        int index,
        IProgress<double> within,
        CancellationToken cancellation
    )
    {
        int moved;
        do
        {
            moved = (
                await job.Get<RewrapKeys>().RunAsync(Actor.System, default, cancellation)
            ).Value;
        } while (index == job.ChunkCount - 1 && moved > 0);

        return [];
    }

    public override Task<Outcome<Done>> FinishAsync(
        Act act,
        JobTask job,
        IReadOnlyList<byte[]> results,
        CancellationToken cancellation
    ) => Task.FromResult<Outcome<Done>>(default(Done));
}

/// <param name="EvenIfBackupsNeedThem">True makes every backup from before the rotation unreadable at once.</param>
public sealed record DestroyOldKeysInput(bool EvenIfBackupsNeedThem);

/// <summary>
/// Forgets every key but the active one. Refused while one of them still wraps an owner's key, or was retired within
/// <see cref="KeepDays"/>. Gives the numbers of the destroyed keys.
/// </summary>
public sealed class DestroyOldKeys(OperationDoor door)
    : Operation<DestroyOldKeysInput, IReadOnlyList<int>>(door)
{
    /// <summary>Backups of so many days stay readable.</summary>
    public const int KeepDays = 30;

    public override Permission Permission => Permissions.ManageKeys;

    protected internal override async Task<Outcome<IReadOnlyList<int>>> ActAsync(
        Act act,
        DestroyOldKeysInput input,
        CancellationToken cancellation
    )
    {
        var keyring = act.Get<Keyring>();
        var old = keyring.Ids.Where(id => id != keyring.Active).ToList();
        var refusals = new List<Refusal>();
        foreach (var id in old)
        {
            var wrapped = await act.Db.SealedKeys.CountAsync(
                key => key.WrappedBy == id,
                cancellation
            );
            var until = keyring.RetiredAt(id) + TimeSpan.FromDays(KeepDays);
            if (wrapped > 0)
            {
                refusals.Add(new Refusal(VaultRefusals.KeyInUse, "", id, wrapped));
            }
            else if (!input.EvenIfBackupsNeedThem && until > act.Now)
            {
                var days = (int)Math.Ceiling((until - act.Now).TotalDays);
                refusals.Add(new Refusal(VaultRefusals.KeyNeededByBackups, "", id, days));
            }
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        act.Note("key", null, ("destroyed", string.Join(' ', old)));
        // What cannot be undone comes after the audit is durable; if Faro dies in between, running it again ends it.
        act.AfterCommit(() => old.ForEach(keyring.DestroyKey));
        return old;
    }
}

/// <summary>Refusals of the Vault area.</summary>
public static class VaultRefusals
{
    /// <summary>A rotation is queued or running.</summary>
    public const string RotationRunning = "vault.rotation-running";

    /// <summary>Values: the key's number, how many owners' keys it still wraps.</summary>
    public const string KeyInUse = "vault.key-in-use";

    /// <summary>Backups of the last days need it. Values: the key's number, the days to wait.</summary>
    public const string KeyNeededByBackups = "vault.key-needed-by-backups";
}
