// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Identification;
using Faro.Web.FormParts;

namespace Faro.Web.Features.Identification;

/// <summary>What a form says of the evidence.</summary>
public sealed class EvidenceAnswers
{
    public string? Source { get; set; }

    public string? On { get; set; }

    public string? Certainty { get; set; }

    public string? Words { get; set; }

    /// <summary>What most facts rest on: she says so herself, today.</summary>
    public static EvidenceAnswers Usual(DateOnly today) =>
        new()
        {
            Source = FactSources.Statement,
            On = PostedDay.Write(today),
            Certainty = FactCertainties.Certain,
        };

    public static EvidenceAnswers From(EvidenceShown evidence) =>
        new()
        {
            Source = evidence.Source,
            On = PostedDay.Write(evidence.On),
            Certainty = evidence.Certainty,
            Words = evidence.Words,
        };

    public Evidence ToEvidence() => new(Source ?? "", Day(On), Certainty ?? "", Words ?? "");

    /// <returns>Null when it is empty; the last day there is, which no rule takes, when it is none.</returns>
    internal static DateOnly? Day(string? text) => PostedDay.Read(text, DateOnly.MaxValue);
}
