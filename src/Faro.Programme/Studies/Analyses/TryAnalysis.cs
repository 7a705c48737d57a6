// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Analyses;

/// <summary>Tries another estimate, as a job. It becomes a line of the ledger that nobody can take away.</summary>
public sealed class TryAnalysis(OperationDoor door) : Operation<TryAnalysisInput, Guid>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        TryAnalysisInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnStudy.OpenAsync(act, input.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var study = found.Value;
        var step = study.Steps.Find(each => each.Code == StudySteps.Estimate);
        if (RunStep.Obstacle(study, step) is { } code)
        {
            return new Refusal(code);
        }

        var why = input.Why.Trim();
        var lists = study.Steps.Single(each => each.Code == StudySteps.Lists).Result;
        var refusals = input.Settings.Check(StudyRun.Lists(lists, []).Table.Lists);
        refusals.Must(why.Length > 0, AnalysisRefusals.WhyMissing, nameof(input.Why));
        refusals.AtMost(why, StudyAnalysis.WhyMaxLength, StudyRefusals.TooLong, nameof(input.Why));
        return refusals.Count > 0
            ? refusals
            : await AnalysisOrders.BeginAsync(act, study, input.Settings, why, cancellation);
    }
}

/// <param name="StudyId">Whose.</param>
/// <param name="Settings">How.</param>
/// <param name="Why">Why it is tried; printed in the report.</param>
public sealed record TryAnalysisInput(Guid StudyId, AnalysisSettings Settings, string Why);
