// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Features.Cases;

namespace Faro.Web.Features.Regularisation;

/// <summary>Every address of the Regularisation area.</summary>
public static class RegularisationLinks
{
    public const string Ending = "/regularizacion";

    public static string Migration(Guid id) => CasesLinks.Case(id) + Ending;

    public static string Write(Guid id) => Migration(id) + "/situacion";

    public static string NewStay(Guid id) => Migration(id) + "/tramite";

    public static string NewVisa(Guid id, Guid relative) => $"{NewStay(id)}?familiar={relative}";

    public static string Stay(Guid id, Guid stay) => $"{NewStay(id)}/{stay}";
}
