// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Sources;

/// <summary>The variables of CTDC's public microdata (codebook v2, February 2024) and how they are counted.</summary>
public static class MicrodataVariables
{
    public const string List = "ctdc-variables";

    public static readonly IReadOnlyList<MicrodataVariable> All =
    [
        new("year", ProfileGroups.Year, IsFlag: false),
        new("gender", ProfileGroups.Gender, IsFlag: false),
        new("age", ProfileGroups.Age, IsFlag: false),
        new("citizenship", ProfileGroups.Citizenship, IsFlag: false),
        new("exploitation-country", ProfileGroups.ExploitationCountry, IsFlag: false),
        new("duration", ProfileGroups.Duration, IsFlag: false),
        new("means-debt-bondage-earnings", ProfileGroups.Means),
        new("means-threats", ProfileGroups.Means),
        new("means-abuse", ProfileGroups.Means),
        new("means-false-promises", ProfileGroups.Means),
        new("means-drugs-alcohol", ProfileGroups.Means),
        new("means-deny-basic-needs", ProfileGroups.Means),
        new("means-excessive-hours", ProfileGroups.Means),
        new("means-withhold-documents", ProfileGroups.Means),
        new("form-forced-labour", ProfileGroups.Forms),
        new("form-sexual-exploitation", ProfileGroups.Forms),
        new("form-other", ProfileGroups.Forms),
        new("labour-agriculture", ProfileGroups.LabourTypes),
        new("labour-construction", ProfileGroups.LabourTypes),
        new("labour-domestic-work", ProfileGroups.LabourTypes),
        new("labour-hospitality", ProfileGroups.LabourTypes),
        new("sex-prostitution", ProfileGroups.SexualTypes),
        new("sex-pornography", ProfileGroups.SexualTypes),
        new("recruiter-intimate-partner", ProfileGroups.Recruiter),
        new("recruiter-friend", ProfileGroups.Recruiter),
        new("recruiter-family", ProfileGroups.Recruiter),
        new("recruiter-other", ProfileGroups.Recruiter),
        // The two dummies that the 19-column cut has instead of gender, and its own citizen flag.
        new("gender-woman", ProfileGroups.Gender),
        new("gender-trans-nonconforming", ProfileGroups.Gender),
        new("citizen-of-country", ProfileGroups.Citizen),
    ];

    /// <returns>Null when there is no such variable.</returns>
    public static MicrodataVariable? Find(string code) =>
        All.FirstOrDefault(variable => variable.Code == code);
}

/// <param name="Code">A code of the list <c>ctdc-variables</c>.</param>
/// <param name="Group">By what it counts, of <see cref="ProfileGroups"/>.</param>
/// <param name="IsFlag">Whether its cells are 1 or empty; otherwise they hold one of several values.</param>
public sealed record MicrodataVariable(string Code, string Group, bool IsFlag = true);
