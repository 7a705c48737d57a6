// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Cases;

/// <summary>Every address of the Cases area. Ids only: no name, number or search term stands in one.</summary>
public static class CasesLinks
{
    public const string List = "/casos";
    public const string Register = "/casos/nuevo";
    public const string Emergency = "/casos/emergencia";

    public static string Case(Guid id) => $"{List}/{id}";

    public static string Open(Guid person) => $"{List}/abrir/{person}";

    /// <summary>A file of her own for somebody of a person's family or company.</summary>
    public static string RegisterRelative(Guid person) => $"{Register}?de={person}";

    public static string Team(Guid id) => $"{List}/{id}/equipo";

    public static string Close(Guid id) => $"{List}/{id}/cerrar";

    public static string Access(Guid id) => $"{List}/{id}/acceso";
}
