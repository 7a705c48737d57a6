// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Identification;

/// <summary>What is said in codes.</summary>
internal static class CaseCodes
{
    /// <summary>A code of the list, or empty.</summary>
    public static void MayBe(
        this List<Refusal> refusals,
        string list,
        string code,
        string field,
        DateOnly today
    ) =>
        refusals.Must(
            code.Length == 0 || CodeLists.Get(list).Accepts(code, today),
            IdentificationRefusals.CodeUnknown,
            field
        );
}
