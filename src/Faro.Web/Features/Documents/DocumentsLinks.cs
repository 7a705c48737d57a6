// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Features.Cases;

namespace Faro.Web.Features.Documents;

/// <summary>Every address of the Documents area. Ids only.</summary>
public static class DocumentsLinks
{
    public const string Ending = "/documentos";
    public const string Expiring = "/documentos-por-vencer";

    public static string List(Guid file) => CasesLinks.Case(file) + Ending;

    public static string Add(Guid file) => $"{List(file)}/nuevo";

    public static string One(Guid file, Guid document) => $"{List(file)}/{document}";

    public static string AddVersion(Guid file, Guid document) => $"{One(file, document)}/version";

    public static string Correct(Guid file, Guid document) => $"{One(file, document)}/corregir";

    public static string Remove(Guid file, Guid document) => $"{One(file, document)}/quitar";

    public static string View(Guid file, Guid document, int number) =>
        $"{One(file, document)}/{number}/ver";

    public static string Original(Guid file, Guid document, int number) =>
        $"{One(file, document)}/{number}/original";
}
