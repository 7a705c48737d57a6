// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Features.Cases;

namespace Faro.Web.Features.Justice;

/// <summary>Every address of the Justice area.</summary>
public static class JusticeLinks
{
    public const string Ending = "/justicia";

    public static string Track(Guid id) => CasesLinks.Case(id) + Ending;

    public static string Write(Guid id) => Track(id) + "/proceso";

    public static string Measure(Guid id, Guid? row = null) => $"{Track(id)}/medida{Row(row)}";

    public static string Hearing(Guid id, Guid? row = null) => $"{Track(id)}/audiencia{Row(row)}";

    public static string Reparation(Guid id, Guid? row = null) =>
        $"{Track(id)}/reparacion{Row(row)}";

    private static string Row(Guid? row) => row is null ? "" : $"/{row}";
}
