// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Analyses;

/// <summary>
/// Chooses which analysis is published. The reason is printed beside it; words may be added to the wording for publication,
/// none can be taken from it.
/// </summary>
public sealed class ChooseAnalysis(OperationDoor door) : Operation<ChooseAnalysisInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChooseAnalysisInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnStudy.OpenAsync(act, input.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var study = found.Value;
        var analysis = study.Analyses.Find(each => each.Id == input.AnalysisId);
        if (analysis is null)
        {
            return new Refusal(AnalysisRefusals.NotFound);
        }

        var choice = new HeadlineChoice
        {
            Id = act.NewId(),
            StudyId = study.Id,
            Number = study.Headlines.Count + 1,
            AnalysisId = analysis.Id,
            Kind = HeadlineChoice.Chosen,
            ReasonEs = input.ReasonEs.Trim(),
            ReasonEn = input.ReasonEn.Trim(),
            WordsEs = input.WordsEs.Trim(),
            WordsEn = input.WordsEn.Trim(),
            ChosenBy = act.Actor.UserId,
            ChosenAt = act.Now,
        };
        var minimum = await OwnStudy.MinimumAsync(act.Db, cancellation);
        var refusals = Check(choice);
        refusals.Must(analysis.State == AnalysisStates.Done, AnalysisRefusals.NotComplete);
        refusals.Must(
            analysis.ListsHash == StudyInputs.HashOf(study, StudySteps.Lists, minimum),
            AnalysisRefusals.ListsChanged
        );
        if (refusals.Count > 0)
        {
            return refusals;
        }

        act.Note("analysis", analysis.Id, ("study", $"{study.Id}"));
        Headline.Set(act, study, analysis, choice, minimum);
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }

    private static List<Refusal> Check(HeadlineChoice choice)
    {
        var refusals = new List<Refusal>();
        refusals.Must(
            choice.ReasonEs.Length > 0,
            AnalysisRefusals.ReasonMissing,
            nameof(ChooseAnalysisInput.ReasonEs)
        );
        foreach (
            var (text, most, field) in new[]
            {
                (choice.ReasonEs, HeadlineChoice.ReasonMaxLength, "ReasonEs"),
                (choice.ReasonEn, HeadlineChoice.ReasonMaxLength, "ReasonEn"),
                (choice.WordsEs, HeadlineChoice.WordsMaxLength, "WordsEs"),
                (choice.WordsEn, HeadlineChoice.WordsMaxLength, "WordsEn"),
            }
        )
        {
            refusals.AtMost(text, most, StudyRefusals.TooLong, field);
        }

        return refusals;
    }
}

/// <param name="StudyId">Whose.</param>
/// <param name="AnalysisId">Which.</param>
/// <param name="ReasonEs">Why this one.</param>
/// <param name="ReasonEn">The same in English, or empty.</param>
/// <param name="WordsEs">Added to the wording for publication, or empty.</param>
/// <param name="WordsEn">The same in English, or empty.</param>
public sealed record ChooseAnalysisInput(
    Guid StudyId,
    Guid AnalysisId,
    string ReasonEs,
    string ReasonEn,
    string WordsEs,
    string WordsEn
);
