// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>
/// Emergency access: somebody who does not see a case opens it for a few hours, saying why. Nobody has to allow it; the
/// one who carries the case, the supervisor and the data-protection officer are told at once, and anybody of them may end
/// it (<see cref="EndAccess"/>).
/// </summary>
public sealed class BreakGlass(OperationDoor door) : Operation<BreakGlassInput, Guid>(door)
{
    public const int MostHours = 8;

    public override Permission Permission => Permissions.BreakGlass;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        BreakGlassInput input,
        CancellationToken cancellation
    )
    {
        var reason = input.Reason.Trim();
        var refusals = Check(input, reason);
        // By the number that colleagues say aloud; it is asked of all cases, so it is worth a line in the audit either way.
        var number = input.Number.Trim().ToUpperInvariant();
        var file = await act.Db.Cases.FirstOrDefaultAsync(
            row => row.Number == number,
            cancellation
        );
        if (file is null)
        {
            refusals.Add(new Refusal(CaseRefusals.NumberUnknown, nameof(input.Number)));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var own = await act
            .Db.Cases.VisibleTo(act.Actor)
            .AnyAsync(row => row.Id == file!.Id, cancellation);
        if (own && await SeesAllAsync(act, file!, input.Compartments, cancellation))
        {
            return new Refusal(CaseRefusals.AccessNotNeeded, nameof(input.Number));
        }

        if (await act.PenOfAsync(file!, cancellation) is not { } pen)
        {
            return new Refusal(CaseRefusals.PersonErased);
        }

        var id = act.NewId();
        act.Db.CaseGrants.Add(
            new CaseGrant
            {
                Id = id,
                CaseId = file!.Id,
                UserId = act.Actor.UserId,
                Kind = CaseAccessReasons.BreakGlass,
                Compartments =
                [
                    .. input
                        .Compartments.Append(Compartments.Social)
                        .Distinct(StringComparer.Ordinal),
                ],
                ReasonBox = pen.Seal(reason, Field(id)),
                Since = act.Now,
                Until = act.Now.AddHours(input.Hours),
            }
        );
        act.Note("case", file.Id, ("access", id.ToString()));
        return file.Id;
    }

    private static List<Refusal> Check(BreakGlassInput input, string reason)
    {
        var refusals = new List<Refusal>();
        refusals.Must(
            reason.Length >= CaseGrant.ReasonMinLength,
            CaseRefusals.ReasonTooShort,
            nameof(input.Reason),
            CaseGrant.ReasonMinLength
        );
        refusals.Must(
            reason.Length <= CaseGrant.ReasonMaxLength,
            CaseRefusals.ReasonTooLong,
            nameof(input.Reason),
            CaseGrant.ReasonMaxLength
        );
        refusals.Must(
            input.Hours is >= 1 and <= MostHours,
            CaseRefusals.HoursOutOfRange,
            nameof(input.Hours),
            1,
            MostHours
        );
        refusals.Must(
            input.Compartments.Count > 0
                && input.Compartments.All(code =>
                    Compartments.All.Contains(code, StringComparer.Ordinal)
                ),
            CaseRefusals.CompartmentUnknown,
            nameof(input.Compartments)
        );
        return refusals;
    }

    private static async Task<bool> SeesAllAsync(
        Act act,
        Case file,
        IReadOnlyList<string> compartments,
        CancellationToken cancellation
    )
    {
        foreach (var compartment in compartments)
        {
            if (!await act.MayWorkInAsync(file, compartment, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    internal static string Field(Guid grant) => $"case-grant:{grant}";
}

/// <param name="Number">Of the case, as colleagues say it aloud.</param>
/// <param name="Reason">In words; sealed, read by those who are told.</param>
/// <param name="Hours">1 to <see cref="BreakGlass.MostHours"/>.</param>
/// <param name="Compartments">What has to be seen; social work always is.</param>
public sealed record BreakGlassInput(
    string Number,
    string Reason,
    int Hours,
    IReadOnlyList<string> Compartments
);
