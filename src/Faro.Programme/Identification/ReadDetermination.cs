// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>Opens one determination with its reasons, as the page and the printed document show it.</summary>
public sealed class ReadDetermination(OperationDoor door)
    : ReadingOperation<ReadDeterminationInput, DeterminationReading>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<DeterminationReading>> ActAsync(
        Act act,
        ReadDeterminationInput input,
        CancellationToken cancellation
    )
    {
        var found = await (
            from each in act.Db.Determinations.VisibleTo(act.Actor, act.Db)
            join file in act.Db.Cases on each.CaseId equals file.Id
            where each.Id == input.DeterminationId && each.CaseId == input.CaseId
            select new
            {
                Made = each,
                File = file,
                Agency = act.Db.Agencies.Where(agency => agency.Id == file.AgencyId)
                    .Select(agency => agency.Name)
                    .FirstOrDefault()
                    ?? "",
                ProposedBy = act.Db.Users.Where(user => user.Id == each.ProposedBy)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? "",
                SettledBy = act.Db.Users.Where(user => user.Id == each.SettledBy)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? "",
            }
        ).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return new Refusal(CaseRefusals.NotFound);
        }

        var pen = await act.ReadingPenOfAsync(found.File, cancellation);
        var made = found.Made;
        act.Note("case", input.CaseId, ("determination", made.Id.ToString()));
        return new DeterminationReading(
            made.Id,
            found.File.Number,
            found.Agency,
            made.Outcome,
            made.State,
            made.Body,
            made.DecidedOn,
            pen.Open(made.DeciderBox, Determination.DeciderField(made.Id)),
            pen.Open(made.ReasonsBox, Determination.ReasonsField(made.Id)),
            made.Forms,
            Identification.Findings.From(made.Findings),
            made.FindingsHash,
            made.ReviewOn,
            made.ReflectionUntil,
            found.ProposedBy,
            made.ProposedAt,
            found.SettledBy,
            made.SettledAt
        );
    }
}

/// <param name="CaseId">Which case.</param>
/// <param name="DeterminationId">Which of its determinations.</param>
public sealed record ReadDeterminationInput(Guid CaseId, Guid DeterminationId);

/// <summary>A determination as it is read and printed.</summary>
public sealed record DeterminationReading(
    Guid Id,
    string CaseNumber,
    string Agency,
    string Outcome,
    string State,
    string Body,
    DateOnly DecidedOn,
    string Decider,
    string Reasons,
    IReadOnlyList<string> Forms,
    Findings Findings,
    string FindingsHash,
    DateOnly? ReviewOn,
    DateOnly? ReflectionUntil,
    string ProposedBy,
    DateTimeOffset ProposedAt,
    string SettledBy,
    DateTimeOffset? SettledAt
);
