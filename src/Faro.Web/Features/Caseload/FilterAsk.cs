// SPDX-License-Identifier: Apache-2.0
using Faro.Web.FormParts;

namespace Faro.Web.Features.Caseload;

/// <summary>One choice of the filter above a list.</summary>
/// <param name="Name">Its part of the address.</param>
/// <param name="Label">The words above it.</param>
/// <param name="None">The words of no choice; null where one is always made.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Value">What is chosen.</param>
public sealed record FilterAsk(
    string Name,
    string Label,
    string? None,
    IReadOnlyList<Choice> Choices,
    string Value
);
