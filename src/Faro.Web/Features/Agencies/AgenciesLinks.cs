// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Agencies;

/// <summary>Every address of the Agencies area.</summary>
public static class AgenciesLinks
{
    public const string List = "/directorio";
    public const string Register = "/directorio/nueva";

    public static string Agency(Guid id) => $"{List}/{id}";

    public static string Correct(Guid id) => $"{List}/{id}/corregir";

    public static string Close(Guid id) => $"{List}/{id}/cerrar";
}
