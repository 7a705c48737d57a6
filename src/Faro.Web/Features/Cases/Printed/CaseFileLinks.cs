// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Cases.Printed;

/// <summary>The addresses of a case file as one document.</summary>
public static class CaseFileLinks
{
    /// <summary>Names a compartment in the address: codes only.</summary>
    public const string Asks = "parte";

    public static string Page(Guid id) => CasesLinks.Case(id) + "/expediente";

    public static string Pdf(Guid id, string language, IEnumerable<string> compartments) =>
        $"{Page(id)}/{language}.pdf?{string.Join('&', compartments.Select(code => $"{Asks}={code}"))}";
}
