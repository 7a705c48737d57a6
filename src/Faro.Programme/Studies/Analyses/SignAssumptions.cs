// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Analyses;

/// <summary>Signs for the assumptions of the estimate: what is believed of each, on what evidence, by whom.</summary>
public sealed class SignAssumptions(OperationDoor door)
    : Operation<SignAssumptionsInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        SignAssumptionsInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnStudy.OpenAsync(act, input.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var study = found.Value;
        var answers = input
            .Answers.Select(answer => answer with { Evidence = answer.Evidence.Trim() })
            .ToList();
        var refusals = Check(input.Name.Trim(), answers);
        refusals.Must(study.Choice() is not null, AnalysisRefusals.NothingToSign);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var minimum = await OwnStudy.MinimumAsync(act.Db, cancellation);
        var sign = new AssumptionSignature
        {
            Id = act.NewId(),
            StudyId = study.Id,
            ListsHash = StudyInputs.HashOf(study, StudySteps.Lists, minimum),
            Name = input.Name.Trim(),
            Answers = JsonSerializer.Serialize(answers, StudyJson.Plain),
            SignedBy = act.Actor.UserId,
            SignedAt = act.Now,
        };
        study.Signatures.Add(sign);
        act.Db.StudySignatures.Add(sign);
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }

    /// <param name="name">Of the signer.</param>
    /// <param name="answers">Tidied.</param>
    internal static List<Refusal> Check(string name, IReadOnlyList<AssumptionAnswer> answers)
    {
        var refusals = new List<Refusal>();
        foreach (var code in Assumptions.Codes)
        {
            var answer = answers.SingleOrDefault(each => each.Code == code);
            refusals.Must(
                answer is not null
                    && CodeLists.Get(Assumptions.AnswerList).Find(answer.Answer) is not null,
                AnalysisRefusals.AnswerMissing,
                $"Answer.{code}"
            );
            // That nobody knows needs no evidence; everything else does.
            refusals.Must(
                answer?.Evidence.Length > 0 || answer?.Answer is null or "" or Assumptions.Unknown,
                AnalysisRefusals.EvidenceMissing,
                $"Evidence.{code}"
            );
            refusals.AtMost(
                answer?.Evidence ?? "",
                AssumptionSignature.EvidenceMaxLength,
                StudyRefusals.TooLong,
                $"Evidence.{code}"
            );
        }

        refusals.Must(name.Length > 0, AnalysisRefusals.NameMissing, "Name");
        refusals.AtMost(name, AssumptionSignature.NameMaxLength, StudyRefusals.TooLong, "Name");
        return refusals;
    }
}

/// <param name="StudyId">Whose.</param>
/// <param name="Name">Of the signer, as the report prints it.</param>
/// <param name="Answers">One for every code of the list <c>study-assumptions</c>.</param>
public sealed record SignAssumptionsInput(
    Guid StudyId,
    string Name,
    IReadOnlyList<AssumptionAnswer> Answers
);
