// SPDX-License-Identifier: Apache-2.0
using System.Linq.Expressions;
using Faro.Programme.Cases;

namespace Faro.Programme.Caseload.Lists;

/// <summary>
/// What a case may still lack: codes of the list <c>case-gaps</c>. Each is one condition, which lists filter by, the
/// supervisor counts, and a row says of itself.
/// </summary>
public static class CaseGaps
{
    public const string List = "case-gaps";
    public const string NoRisk = "no-risk";
    public const string NoSafetyPlan = "no-safety-plan";
    public const string NoConsent = "no-consent";
    public const string NoDetermination = "no-determination";
    public const string NoPlan = "no-plan";
    public const string Statutory = "statutory";

    /// <param name="code">One of the codes.</param>
    /// <param name="today">Local date.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such gap.</exception>
    internal static Expression<Func<Case, bool>> Lacking(string code, DateOnly today) =>
        code switch
        {
            NoRisk => file => file.Risk == "",
            NoSafetyPlan => file =>
                (file.Risk == "high" || file.Risk == "imminent") && !file.HasSafetyPlan,
            NoConsent => file => file.ConsentUntil == null || file.ConsentUntil < today,
            NoDetermination => file => file.IsInterviewed && !file.IsDetermined,
            NoPlan => file => !file.HasPlan,
            // Before somebody sees a sign, and once she was found to be no victim, the law's statistics ask nothing.
            Statutory => file =>
                file.StatutoryMissing > 0
                && file.State != CaseStates.Lead
                && file.State != CaseStates.Screening
                && file.State != CaseStates.NotVictim,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a gap"),
        };

    /// <summary>What each of some cases lacks, as codes in the order of the list.</summary>
    internal static Func<Case, IReadOnlyList<string>> Of(DateOnly today)
    {
        var all = CodeLists
            .Get(List)
            .Entries.Select(entry =>
                (entry.Code, Lacks: Lacking(entry.Code, today).Compile(preferInterpretation: true))
            )
            .ToList();
        return file => [.. all.Where(gap => gap.Lacks(file)).Select(gap => gap.Code)];
    }
}
