// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Features.Cases;

namespace Faro.Web.Features.Identification;

/// <summary>Every address of the Identification area, all beneath a case.</summary>
public static class IdentificationLinks
{
    public const string FactsEnding = "/hechos";
    public const string DeterminationEnding = "/determinacion";

    public static string Facts(Guid id) => CasesLinks.Case(id) + FactsEnding;

    /// <param name="id">The case.</param>
    /// <param name="step">One of <see cref="FactSteps"/>, or a set of indicators.</param>
    public static string Step(Guid id, string step) => $"{Facts(id)}/{step}";

    /// <summary>The same questions, empty: for what another source says.</summary>
    public static string Another(Guid id, string step) => $"{Step(id, step)}?otra=true";

    public static string AllQuestions(Guid id, string step) => $"{Step(id, step)}?todas=true";

    public static string NewEvent(Guid id, string type) => $"{Facts(id)}/lugar?tipo={type}";

    public static string Event(Guid id, Guid row) => $"{Facts(id)}/lugar?fila={row}";

    public static string NewPerpetrator(Guid id) => $"{Facts(id)}/responsable";

    public static string Perpetrator(Guid id, Guid row) => $"{Facts(id)}/responsable?fila={row}";

    public static string Determination(Guid id) => CasesLinks.Case(id) + DeterminationEnding;

    public static string Decide(Guid id) => $"{Determination(id)}/decidir";

    public static string One(Guid id, Guid determination) => $"{Determination(id)}/{determination}";

    public static string Pdf(Guid id, Guid determination, string language) =>
        $"{One(id, determination)}/{language}.pdf";
}
