// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Studies.Steps;

/// <summary>By what persons are counted; each has words in both languages.</summary>
public static class ProfileGroups
{
    public const string Year = "year";
    public const string Sex = "sex";
    public const string Gender = "gender";
    public const string Age = "age";
    public const string Citizenship = "citizenship";
    public const string ExploitationCountry = "exploitation-country";

    /// <summary>Citizen of the country of exploitation.</summary>
    public const string Citizen = "citizen";
    public const string Duration = "duration";
    public const string Means = "means";
    public const string Forms = "forms";
    public const string LabourTypes = "labour-types";
    public const string SexualTypes = "sexual-types";
    public const string Recruiter = "recruiter";

    /// <summary>In the order in which a report shows them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Year,
        Sex,
        Gender,
        Age,
        Citizenship,
        ExploitationCountry,
        Citizen,
        Duration,
        Forms,
        LabourTypes,
        SexualTypes,
        Means,
        Recruiter,
    ];
}
