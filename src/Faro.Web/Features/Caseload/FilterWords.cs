// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.People;
using Faro.Web.Words;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Caseload;

/// <summary>What a list holds, in words.</summary>
internal static class FilterWords
{
    /// <param name="t">The words of this area.</param>
    /// <param name="filter">Which cases.</param>
    /// <param name="names">What its ids are called.</param>
    public static IEnumerable<string> Of(
        IStringLocalizer<Text> t,
        CaseFilter filter,
        FilterNames names
    )
    {
        yield return filter.State switch
        {
            "" => t["List.AllOpen"],
            CaseFilter.AnyClosed => t["List.AllClosed"],
            var state => CodeChoices.Label(CaseStates.List, state),
        };
        if (filter.Risk.Length > 0)
        {
            yield return filter.Risk == CaseFilter.NoRisk
                ? t["List.RiskNone"]
                : t["Words.Risk", CodeChoices.Label(Assess.OverallList, filter.Risk)];
        }

        if (filter.Whose.Length > 0)
        {
            yield return filter.Whose switch
            {
                CaseFilter.Mine => t["List.Mine"],
                CaseFilter.Nobodys => t["List.Nobodys"],
                _ => t["Words.Whose", names.Colleague],
            };
        }

        if (filter.AgencyId is not null)
        {
            yield return names.Agency;
        }

        foreach (var words in OfDays(t, filter).Concat(OfContent(t, filter)))
        {
            yield return words;
        }
    }

    private static IEnumerable<string> OfDays(IStringLocalizer<Text> t, CaseFilter filter)
    {
        if (filter.Due.Length > 0)
        {
            yield return t[filter.Due == CaseFilter.Late ? "List.Late" : "List.Week"];
        }

        if (filter.DueKind.Length > 0)
        {
            yield return t["Words.Kind", CodeChoices.Label(DueKinds.List, filter.DueKind)];
        }

        if (filter.QuietDays is { } days)
        {
            yield return t["Words.Quiet", days];
        }

        if (filter.OpenedFrom is { } from)
        {
            yield return t["Words.From", Dates.Short(from)];
        }

        if (filter.OpenedTo is { } to)
        {
            yield return t["Words.To", Dates.Short(to)];
        }

        if (filter.ClosedFrom is { } closed)
        {
            yield return t["Words.Closed", Dates.Short(closed)];
        }
    }

    private static IEnumerable<string> OfContent(IStringLocalizer<Text> t, CaseFilter filter)
    {
        if (filter.Lacks.Length > 0)
        {
            yield return CodeChoices.Label(CaseGaps.List, filter.Lacks);
        }

        if (filter.Flagged)
        {
            yield return t["List.Flagged"];
        }

        if (filter.Sex.Length > 0)
        {
            yield return CodeChoices.Label(PersonFacts.SexList, filter.Sex);
        }

        if (filter.AgeBand.Length > 0)
        {
            yield return CodeChoices.Label(AgeBands.List, filter.AgeBand);
        }

        if (filter.Minor)
        {
            yield return t["List.Minor"];
        }

        if (filter.Form.Length > 0)
        {
            yield return CodeChoices.Label(PersonFacts.ExploitationList, filter.Form);
        }
    }
}
