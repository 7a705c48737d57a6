// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Casework.Plans;

/// <summary>
/// Where a victim may be lodged, and how: never in detention (LG 75, 90-VI), not in a refuge for women victims of violence
/// (LG 62-V, 90-VI, since the reform of 7 June 2024), and only of her own will, with means to communicate (LG 90-V).
/// </summary>
public static class LodgingRules
{
    /// <summary>The service that is lodging: a code of the list <c>service-kinds</c>.</summary>
    public const string Kind = "shelter";

    public const string List = "shelter-kinds";
    public const string ViolenceRefuge = "violence-refuge";

    /// <summary>Of the words that say why she cannot leave or call: only organised crime may be the reason (LG 90-V).</summary>
    public const int ReasonMinLength = 20;

    private static readonly DateOnly SpecialisedSince = new(2024, 6, 7);

    internal static void Check(CaseworkChecks checks, ServiceFacts facts)
    {
        if (facts.Kind != Kind)
        {
            return;
        }

        checks.Code(List, facts.ShelterKind, nameof(facts.ShelterKind));
        checks.Must(
            facts.ShelterKind != ViolenceRefuge
                || (facts.To ?? facts.From ?? checks.Today) < SpecialisedSince,
            CaseworkRefusals.ViolenceRefuge,
            nameof(facts.ShelterKind)
        );
        checks.Must(
            facts.StaysFreely is not null,
            CaseworkRefusals.StayUnsaid,
            nameof(facts.StaysFreely)
        );
        checks.Must(
            facts.StaysFreely != false || facts.Notes.Trim().Length >= ReasonMinLength,
            CaseworkRefusals.StayNotFree,
            nameof(facts.Notes),
            ReasonMinLength
        );
    }
}
