// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.People;

/// <summary>Every address of the People area. Ids only: no name, number or search term stands in one.</summary>
public static class PeopleLinks
{
    public const string List = "/personas";
    public const string Register = "/personas/nueva";

    public static string Person(Guid id) => $"{List}/{id}";

    public static string Correct(Guid id) => $"{List}/{id}/corregir";

    public static string Identity(Guid id) => $"{List}/{id}/identidad";

    public static string CorrectIdentity(Guid id) => $"{List}/{id}/identidad/corregir";

    public static string Family(Guid id) => $"{List}/{id}/familia";

    /// <summary>Is she the same as somebody? By the number that is typed there.</summary>
    public static string Same(Guid id) => $"{List}/{id}/misma";

    public static string Erase(Guid id) => $"{List}/{id}/borrar";
}
