// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Identification;

/// <summary>What the rules say of a case today, what it lacks for the statistics of the law, and what was decided so far.</summary>
public sealed class AssessCase(OperationDoor door) : ReadingOperation<Guid, CaseAssessment>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<CaseAssessment>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var sheet = await FactSheets.ReadAsync(act.Db, act.Actor, input, cancellation);
        if (sheet is null)
        {
            return new Refusal(CaseRefusals.NotFound);
        }

        act.Note("case", input);
        return new CaseAssessment(
            Findings.Of(sheet, act.Today),
            await StatutoryGaps.OfAsync(act.Db, act.Actor, input, cancellation),
            await DeterminationHistory.ReadAsync(act.Db, act.Actor, input, cancellation)
        );
    }
}

/// <param name="Findings">Both laws and the indicators, on today's facts.</param>
/// <param name="StatutoryGaps">Codes of the list <c>statutory-fields</c>.</param>
/// <param name="Determinations">Newest first.</param>
public sealed record CaseAssessment(
    Findings Findings,
    IReadOnlyList<string> StatutoryGaps,
    IReadOnlyList<DeterminationRow> Determinations
);
