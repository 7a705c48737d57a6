// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Files;

/// <summary>The signed checklist of a study file.</summary>
public sealed class FileAssumptions
{
    /// <summary>Of the signer; empty when nobody signed.</summary>
    public string Name { get; set; } = "";

    /// <summary>A code of the list <c>study-assumptions</c> → what is believed of it, on what evidence.</summary>
    public Dictionary<string, FileAssumption> Answers { get; set; } = new(StringComparer.Ordinal);

    private List<AssumptionAnswer> Read =>
        [
            .. Answers.Select(answer => new AssumptionAnswer(
                answer.Key,
                answer.Value.Answer,
                answer.Value.Evidence.Trim()
            )),
        ];

    internal List<Refusal> Check() =>
        Name.Length == 0 && Answers.Count == 0 ? [] : SignAssumptions.Check(Name.Trim(), Read);

    internal void Sign(Study study, int minimum, DateTimeOffset now)
    {
        if (Name.Length > 0)
        {
            study.Signatures.Add(
                new AssumptionSignature
                {
                    ListsHash = StudyInputs.HashOf(study, StudySteps.Lists, minimum),
                    Name = Name.Trim(),
                    Answers = JsonSerializer.Serialize(Read, StudyJson.Plain),
                    SignedAt = now,
                }
            );
        }
    }
}

/// <summary>One line of it.</summary>
public sealed class FileAssumption
{
    /// <summary>A code of the list <c>assumption-answers</c>.</summary>
    public string Answer { get; set; } = "";

    public string Evidence { get; set; } = "";
}
