// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Studies;

/// <summary>The pages of studies.</summary>
public static class StudiesLinks
{
    public const string List = "/estudios";
    public const string New = "/estudios/nuevo";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Change(Guid id) => $"{List}/{id}/cambiar";

    public static string Close(Guid id) => $"{List}/{id}/cerrar";

    /// <param name="id">Which study.</param>
    /// <param name="code">A code of <see cref="Programme.Studies.StudySteps"/>.</param>
    public static string Step(Guid id, string code) => $"{List}/{id}/pasos/{code}";

    /// <summary>The estimate: what was tried, what is published.</summary>
    public static string Estimate(Guid id) => Step(id, Programme.Studies.StudySteps.Estimate);

    /// <param name="id">Which study.</param>
    /// <param name="number">Which of its analyses.</param>
    public static string Analysis(Guid id, int number) => $"{Estimate(id)}?analisis={number}";

    public static string NewAnalysis(Guid id) => $"{Estimate(id)}/nuevo";

    public static string Choose(Guid id, int number) => $"{Estimate(id)}/{number}/elegir";

    public static string Assumptions(Guid id) => $"{Estimate(id)}/supuestos";

    public static string NewSource(Guid id) => $"{List}/{id}/fuentes/nueva";

    public static string Source(Guid id, Guid source) => $"{List}/{id}/fuentes/{source}";

    public static string Texts(Guid id) => $"{List}/{id}/textos";

    /// <param name="id">Which study.</param>
    /// <param name="part">A code of <see cref="Programme.Studies.StudyParts"/>.</param>
    public static string Text(Guid id, string part) => $"{List}/{id}/textos/{part}";

    public static string Report(Guid id) => $"{List}/{id}/informe";

    /// <param name="id">Which study.</param>
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    public static string Pdf(Guid id, string language) => $"{List}/{id}/informe/{language}.pdf";
}
