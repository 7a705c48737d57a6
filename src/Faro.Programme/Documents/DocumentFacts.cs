// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;

namespace Faro.Programme.Documents;

/// <summary>What is said of a document besides its file.</summary>
/// <param name="Kind">A code of the list <c>case-document-kinds</c>.</param>
/// <param name="Compartment">A code of the list <c>compartments</c>.</param>
/// <param name="Title">What colleagues call it; sealed. Empty when the kind says enough.</param>
/// <param name="ExpiresOn">The last day on which it is valid; null when it does not end.</param>
public sealed record DocumentFacts(
    string Kind,
    string Compartment,
    string Title = "",
    DateOnly? ExpiresOn = null
)
{
    /// <summary>No title.</summary>
    public override string ToString() => $"••• {Kind}";

    internal async Task<List<Refusal>> CheckAsync(
        Act act,
        Case file,
        CancellationToken cancellation
    )
    {
        var refusals = new List<Refusal>();
        refusals.Must(
            CodeLists.Get(DocumentKinds.List).Accepts(Kind, act.Today),
            DocumentRefusals.KindUnknown,
            nameof(Kind)
        );
        refusals.Must(
            Compartments.All.Contains(Compartment, StringComparer.Ordinal)
                && await act.MayWorkInAsync(file, Compartment, cancellation),
            DocumentRefusals.CompartmentClosed,
            nameof(Compartment)
        );
        refusals.Must(
            Title.Trim().Length <= Document.TitleMaxLength,
            DocumentRefusals.TitleTooLong,
            nameof(Title),
            Document.TitleMaxLength
        );
        refusals.Must(
            !(ExpiresOn < new DateOnly(1990, 1, 1)),
            DocumentRefusals.ExpiryTooOld,
            nameof(ExpiresOn)
        );
        return refusals;
    }
}
