// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Flags;

/// <summary>Takes a flag down and says why. It stays in the case's history.</summary>
public sealed class ResolveFlag(OperationDoor door) : Operation<ResolveFlagInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ResolveFlagInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.RowAsync(act.Db.CaseFlags, input.FlagId, input.Version, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (flag, pen) = found.Value;
        var checks = new CaseworkChecks(act.Today);
        var reason = input.Reason.Trim();
        checks.Text(reason, CaseFlag.TextMaxLength, nameof(input.Reason), required: true);
        checks.Must(flag.ResolvedAt is null, CaseworkRefusals.ChangedMeanwhile, "");
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        flag.ReasonBox = pen.Seal(reason, CaseFlag.ReasonField(flag.Id));
        flag.ResolvedAt = act.Now;
        flag.ResolvedById = act.Actor.UserId;
        flag.Version++;
        await act.SettleNextDueAsync(pen.File, cancellation);
        act.NoteRow(flag.CaseId, "flag", flag.Id);
        return default(Done);
    }
}

/// <param name="FlagId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="Reason">Why it matters no more; sealed.</param>
public sealed record ResolveFlagInput(Guid FlagId, int Version, string Reason);
