// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Indicators;

/// <summary>The pages of context series and of statistics.</summary>
public static class IndicatorLinks
{
    public const string List = "/indicadores";
    public const string New = "/indicadores/nueva";
    public const string Statistics = "/estadisticas";
    public const string PublicVersion = "/estadisticas?version=publica";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Edit(Guid id) => $"{List}/{id}/cambiar";

    public static string Import(Guid id) => $"{List}/{id}/importar";
}
