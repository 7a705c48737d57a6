// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Studies;

/// <summary>Changes what a study is about or how its steps are done; steps made before become stale where it matters.</summary>
public sealed class ChangeStudy(OperationDoor door) : Operation<ChangeStudyInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeStudyInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnStudy.OpenAsync(act, input.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var facts = input.Facts.Tidied();
        var refusals = facts.Check();
        if (found.Value.Version != input.Version)
        {
            refusals.Add(new Refusal(StudyRefusals.ChangedMeanwhile));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        facts.Apply(found.Value);
        await OwnStudy.KeepAsync(act, found.Value, cancellation);
        return default(Done);
    }
}

/// <param name="StudyId">Which.</param>
/// <param name="Facts">All of them.</param>
/// <param name="Version">The version the form showed.</param>
public sealed record ChangeStudyInput(Guid StudyId, StudyFacts Facts, int Version);
