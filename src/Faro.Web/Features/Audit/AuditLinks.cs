// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Audit;

/// <summary>The pages of the audit.</summary>
public static class AuditLinks
{
    public const string List = "/auditoria";
    public const string Export = "/auditoria/exportar";
}
