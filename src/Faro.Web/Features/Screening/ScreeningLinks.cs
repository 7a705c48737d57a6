// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Features.Cases;

namespace Faro.Web.Features.Screening;

/// <summary>Every address of the Screening area. Ids and codes of instruments only.</summary>
public static class ScreeningLinks
{
    public const string Ending = "/entrevistas";
    public const string Device = "/entrevistas/tomar";
    public const string Worker = "/entrevistas/sw.js";
    public const string Instruments = "/ajustes/instrumentos";

    public static string Of(Guid file) => CasesLinks.Case(file) + Ending;

    public static string New(Guid file) => $"{Of(file)}/nueva";

    public static string One(Guid file, Guid interview) => $"{Of(file)}/{interview}";

    /// <summary>On this device, with or without a network.</summary>
    public static string Take(Guid file, Guid interview) => $"{Device}/{file}/{interview}";

    /// <summary>All on one page, without script.</summary>
    public static string Form(Guid file, Guid interview) => $"{One(file, interview)}/formulario";

    public static string Compare(Guid file, Guid interview) => $"{One(file, interview)}/comparar";

    public static string Instrument(string code, string version) =>
        $"{Instruments}/{code}/{version}";

    public static string Workbook(string code, string version) =>
        $"/api/instruments/{code}/{version}/xlsform";
}
