// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Indicators;

/// <summary>What somebody says of a series; the same to register it and to change it.</summary>
/// <param name="Code">Kebab case.</param>
/// <param name="NameEs">In Spanish.</param>
/// <param name="NameEn">In English.</param>
/// <param name="Unit">A code of <c>indicator-units</c>.</param>
/// <param name="Territory">CVEGEO of 2 or 5 digits, or a country's code.</param>
/// <param name="Source">As it would be cited.</param>
/// <param name="SourceUrl">http or https, or empty.</param>
/// <param name="Licence">In words or as an SPDX code, or empty.</param>
/// <param name="RetrievedOn">Not in the future; null when not known.</param>
/// <param name="Notes">How it was made, or empty.</param>
public sealed record SeriesAnswers(
    string Code,
    string NameEs,
    string NameEn,
    string Unit,
    string Territory,
    string Source,
    string SourceUrl = "",
    string Licence = "",
    DateOnly? RetrievedOn = null,
    string Notes = ""
)
{
    /// <summary>Without spaces around; codes in lower case.</summary>
    internal SeriesAnswers Tidy() =>
        new(
            Trimmed(Code).ToLowerInvariant(),
            Trimmed(NameEs),
            Trimmed(NameEn),
            Trimmed(Unit),
            Trimmed(Territory).ToLowerInvariant(),
            Trimmed(Source),
            Trimmed(SourceUrl),
            Trimmed(Licence),
            RetrievedOn,
            Trimmed(Notes)
        );

    internal void Write(Series series)
    {
        (series.Code, series.NameEs, series.NameEn) = (Code, NameEs, NameEn);
        (series.Unit, series.Territory) = (Unit, Territory);
        (series.Source, series.SourceUrl, series.Licence) = (Source, SourceUrl, Licence);
        (series.RetrievedOn, series.Notes) = (RetrievedOn, Notes);
    }

    // A body of the API may leave out what the record says is always there.
    private static string Trimmed(string? text) => text?.Trim() ?? "";
}
