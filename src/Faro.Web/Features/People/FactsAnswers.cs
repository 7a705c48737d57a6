// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.People;

namespace Faro.Web.Features.People;

/// <summary>What a form says of the pseudonymous facts.</summary>
public sealed class FactsAnswers
{
    /// <summary>The boxes of forms of exploitation; read from the request because several have one name.</summary>
    public const string FormsField = "Answers.ExploitationForms";

    public string? Sex { get; set; }

    public string? Status { get; set; }

    public string? Gender { get; set; }

    public string? AgeBand { get; set; }

    public bool AgeInDoubt { get; set; }

    public string? Citizenship { get; set; }

    public static FactsAnswers From(PersonFacts facts) =>
        new()
        {
            Sex = facts.Sex,
            Status = facts.Status,
            Gender = facts.Gender,
            AgeBand = facts.AgeBand,
            AgeInDoubt = facts.AgeInDoubt,
            Citizenship = facts.Citizenship,
        };

    public PersonFacts ToFacts(string[] forms) =>
        new()
        {
            Sex = Sex ?? "",
            Status = Status ?? "",
            Gender = Gender ?? "",
            AgeBand = AgeBand ?? "",
            AgeInDoubt = AgeInDoubt,
            Citizenship = Citizenship ?? "",
            ExploitationForms = forms,
        };
}
