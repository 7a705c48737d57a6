// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Studies.Sources;

/// <summary>The headers of CTDC's files: the official 27 columns, and the 19 of the published North America cut.</summary>
public static class MicrodataHeaders
{
    private static readonly Dictionary<string, string> Cut = new(StringComparer.Ordinal)
    {
        ["ageband"] = "age",
        ["traffickingduration"] = "duration",
        ["meansdebtbondageearnings"] = "means-debt-bondage-earnings",
        ["meansthreats"] = "means-threats",
        ["meansabuse"] = "means-abuse",
        ["meansfalsepromises"] = "means-false-promises",
        ["meansdrugsalcohol"] = "means-drugs-alcohol",
        ["meansdenybasicneeds"] = "means-deny-basic-needs",
        ["meansexcessiveworkhours"] = "means-excessive-hours",
        ["meanswithholddocs"] = "means-withhold-documents",
        ["meanswithholddocuments"] = "means-withhold-documents",
        ["recruiterrelationintimatepartner"] = "recruiter-intimate-partner",
        ["recruiterrelationfriend"] = "recruiter-friend",
        ["recruiterrelationfamily"] = "recruiter-family",
        ["recruiterrelationother"] = "recruiter-other",
        ["transnonconforming"] = "gender-trans-nonconforming",
        ["woman"] = "gender-woman",
        ["iscitizenofcountry"] = "citizen-of-country",
    };

    /// <summary>The variable that a header names, or empty.</summary>
    public static string VariableOf(string header)
    {
        var folded = HeaderSignature.Fold(header);
        return Official().FirstOrDefault(pair => pair.Folded == folded).Code
            ?? Cut.GetValueOrDefault(folded, "");
    }

    internal static IEnumerable<MappedColumn> Guess(IEnumerable<MappedColumn> columns)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var variable = VariableOf(column.Name);
            yield return column with
            {
                Role = variable.Length > 0 && taken.Add(variable) ? variable : SourceRoles.Ignored,
            };
        }
    }

    private static IEnumerable<(string Folded, string Code)> Official() =>
        from entry in CodeLists.Get(MicrodataVariables.List).Entries
        where entry.Ctdc.Length > 0
        select (HeaderSignature.Fold(entry.Ctdc), entry.Code);
}
