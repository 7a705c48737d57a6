// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Studies;

/// <summary>A new study of the own agency.</summary>
public sealed class CreateStudy(OperationDoor door) : Operation<StudyFacts, Guid>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override Task<Outcome<Guid>> ActAsync(
        Act act,
        StudyFacts input,
        CancellationToken cancellation
    ) => Task.FromResult(Make(act, input.Tidied()));

    private static Outcome<Guid> Make(Act act, StudyFacts facts)
    {
        var refusals = facts.Check();
        if (act.Actor.AgencyId is null)
        {
            refusals.Add(new Refusal(StudyRefusals.AgencyMissing));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var study = new Study
        {
            Id = act.NewId(),
            AgencyId = act.Actor.AgencyId!.Value,
            TitleEs = facts.TitleEs,
            QuestionEs = facts.QuestionEs,
            TerritoryName = facts.TerritoryName,
            Settings = "",
            CreatedBy = act.Actor.UserId,
            CreatedAt = act.Now,
            UpdatedAt = act.Now,
        };
        facts.Apply(study);
        act.Db.Studies.Add(study);
        StudyPath.Refresh(study, act.Now, StudyPath.NoMinimum);
        act.Note("study", study.Id);
        return study.Id;
    }
}
