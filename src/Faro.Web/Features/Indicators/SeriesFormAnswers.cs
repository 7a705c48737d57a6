// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Indicators;
using Faro.Web.FormParts;

namespace Faro.Web.Features.Indicators;

/// <summary>What the form of a series holds, as it was typed.</summary>
public sealed class SeriesFormAnswers
{
    public int Version { get; set; }
    public string? Code { get; set; }
    public string? NameEs { get; set; }
    public string? NameEn { get; set; }
    public string? Unit { get; set; }
    public string? Territory { get; set; }
    public string? Source { get; set; }
    public string? SourceUrl { get; set; }
    public string? Licence { get; set; }
    public string? RetrievedOn { get; set; }
    public string? Notes { get; set; }

    public static SeriesFormAnswers From(SeriesRow series) =>
        new()
        {
            Version = series.Version,
            Code = series.Code,
            NameEs = series.NameEs,
            NameEn = series.NameEn,
            Unit = series.Unit,
            Territory = series.Territory,
            Source = series.Source,
            SourceUrl = series.SourceUrl,
            Licence = series.Licence,
            RetrievedOn = PostedDay.Write(series.RetrievedOn),
            Notes = series.Notes,
        };

    /// <summary>A date that the browser's field did not make is taken as not known.</summary>
    public SeriesAnswers ToInput() =>
        new(
            Code ?? "",
            NameEs ?? "",
            NameEn ?? "",
            Unit ?? "",
            Territory ?? "",
            Source ?? "",
            SourceUrl ?? "",
            Licence ?? "",
            PostedDay.Read(RetrievedOn),
            Notes ?? ""
        );
}
