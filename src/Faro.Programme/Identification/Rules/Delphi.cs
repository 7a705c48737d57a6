// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Identification.Rules;

/// <summary>
/// The decision rule of the operational indicators of trafficking (ILO and European Commission, 2009), in its two steps.
/// It points; it decides nothing.
/// </summary>
public static class Delphi
{
    public const string Strong = "strong";
    public const string Medium = "medium";
    public const string Weak = "weak";

    public const string DeceptiveRecruitment = "deceptive-recruitment";
    public const string CoerciveRecruitment = "coercive-recruitment";
    public const string VulnerabilityAtRecruitment = "vulnerability-recruitment";
    public const string Exploitation = "exploitation";
    public const string CoercionAtDestination = "coercion-destination";
    public const string VulnerabilityAtDestination = "vulnerability-destination";

    private const int EnoughMedium = 3;

    private static readonly IReadOnlyList<string> Dimensions =
    [
        DeceptiveRecruitment,
        CoerciveRecruitment,
        VulnerabilityAtRecruitment,
        Exploitation,
        CoercionAtDestination,
        VulnerabilityAtDestination,
    ];

    /// <summary>Step 1: whether a dimension is positive by the indicators that are present in it.</summary>
    public static bool IsPositive(int strong, int medium, int weak) =>
        strong >= 2
        || (strong == 1 && medium + weak >= 1)
        || medium >= EnoughMedium
        || (medium == 2 && weak >= 1);

    /// <summary>
    /// Step 2: what the positive dimensions point to. Abuse of vulnerability stands in for the means of its own phase; for
    /// a child exploitation after an act is enough.
    /// </summary>
    /// <param name="positive">Codes of the list <c>delphi-dimensions</c>.</param>
    /// <param name="isChild">By the set that was used.</param>
    /// <param name="hasAct">Some act of trafficking is recorded.</param>
    /// <returns>A code of the list <c>delphi-results</c>.</returns>
    public static string Combine(IReadOnlySet<string> positive, bool isChild, bool hasAct)
    {
        if (!positive.Contains(Exploitation))
        {
            return DelphiResults.None;
        }

        if (isChild)
        {
            return hasAct ? DelphiResults.ChildVictim : DelphiResults.NotSettled;
        }

        var deceived = positive.Contains(DeceptiveRecruitment);
        var atRecruitment =
            deceived
            || positive.Contains(CoerciveRecruitment)
            || positive.Contains(VulnerabilityAtRecruitment);
        var atDestination =
            positive.Contains(CoercionAtDestination)
            || positive.Contains(VulnerabilityAtDestination);
        return (atRecruitment, atDestination) switch
        {
            (true, true) => DelphiResults.Victim,
            _ when deceived => DelphiResults.Deception,
            (false, false) => DelphiResults.LabourRights,
            _ => DelphiResults.NotSettled,
        };
    }

    public static IReadOnlyList<IndicatorFinding> Read(FactSheet sheet) =>
        [.. IndicatorSets.All.Select(set => Read(sheet, set))];

    private static IndicatorFinding Read(FactSheet sheet, IndicatorSet set)
    {
        var present = set.Items.Where(item => IsPresent(sheet, set, item)).ToArray();
        if (!set.IsWeighted)
        {
            return new IndicatorFinding(set.Code, [.. present.Select(Code)], [], null);
        }

        var dimensions = Dimensions
            .Where(dimension => set.Items.Any(item => item.Dimension == dimension))
            .Select(dimension => Dimension(dimension, present))
            .ToArray();
        var positive = dimensions
            .Where(dimension => dimension.IsPositive)
            .Select(dimension => dimension.Dimension)
            .ToHashSet(StringComparer.Ordinal);
        return new IndicatorFinding(
            set.Code,
            [.. present.Select(Code)],
            dimensions,
            set.IsComplete
                ? Combine(positive, set.For == IndicatorSet.Children, HasAct(sheet))
                : DelphiResults.Incomplete
        );
    }

    /// <summary>Recorded facts say yes: nobody need tick it.</summary>
    public static bool IsSaidByFacts(FactSheet sheet, Indicator item) =>
        item.Facts.Any(facts => facts.All(fact => sheet.Of(fact) == Truth.Yes));

    private static string Code(Indicator item) => item.Code;

    /// <summary>Ticked, or said by a recorded fact.</summary>
    private static bool IsPresent(FactSheet sheet, IndicatorSet set, Indicator item) =>
        sheet.Of(new FactRef(set.Code, item.Code)) == Truth.Yes || IsSaidByFacts(sheet, item);

    private static bool HasAct(FactSheet sheet) =>
        sheet.Facts.Any(fact =>
            fact.Kind is FactKinds.Acts or FactKinds.PalermoActs
            && fact is { Answer: FactAnswers.Yes, IsDoubtful: false }
        );

    private static DimensionFinding Dimension(string dimension, Indicator[] present)
    {
        int Count(string weight) =>
            present.Count(item => item.Dimension == dimension && item.Weight == weight);
        var (strong, medium, weak) = (Count(Strong), Count(Medium), Count(Weak));
        return new(dimension, strong, medium, weak, IsPositive(strong, medium, weak));
    }
}

/// <param name="Set">Its code.</param>
/// <param name="Present">Codes of the items that are present.</param>
/// <param name="Dimensions">Step 1; empty for a set without weights.</param>
/// <param name="Result">Step 2: a code of the list <c>delphi-results</c>; null for a set without weights.</param>
public sealed record IndicatorFinding(
    string Set,
    IReadOnlyList<string> Present,
    IReadOnlyList<DimensionFinding> Dimensions,
    string? Result
);

/// <summary>Step 1 for one dimension: the indicators present in it by weight, and what that makes.</summary>
public sealed record DimensionFinding(
    string Dimension,
    int Strong,
    int Medium,
    int Weak,
    bool IsPositive
);

/// <summary>Codes of the list <c>delphi-results</c>.</summary>
public static class DelphiResults
{
    public const string List = "delphi-results";
    public const string Victim = "victim";
    public const string ChildVictim = "child-victim";
    public const string Deception = "deception";
    public const string LabourRights = "labour-rights";

    /// <summary>The source says nothing of this combination.</summary>
    public const string NotSettled = "not-settled";
    public const string None = "none";
    public const string Incomplete = "incomplete";
}
