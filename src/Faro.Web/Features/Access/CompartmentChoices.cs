// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Web.FormParts;
using Faro.Web.Words;

namespace Faro.Web.Features.Access;

/// <summary>The parts of case files that somebody works in, as a question.</summary>
internal static class CompartmentChoices
{
    /// <summary>How the form sends each chosen compartment.</summary>
    public const string FieldName = "Answers.Compartments";

    public static IReadOnlyList<Choice> All(TimeProvider clock) =>
        CodeChoices.Of(Compartments.List, clock);
}
