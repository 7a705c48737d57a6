// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Identification;

/// <summary>Collects what is wrong with the codes of one input.</summary>
internal sealed class CaseCodes(List<Refusal> refusals, DateOnly today)
{
    public void Must(bool holds, string code, string field)
    {
        if (!holds)
        {
            refusals.Add(new Refusal(code, field));
        }
    }

    /// <summary>A code of the list, or empty.</summary>
    public void MayBe(string list, string code, string field) =>
        Must(
            code.Length == 0 || CodeLists.Get(list).Accepts(code, today),
            IdentificationRefusals.CodeUnknown,
            field
        );
}
