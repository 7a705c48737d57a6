// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Documents;
using Faro.Web.FormParts;

namespace Faro.Web.Features.Documents;

/// <summary>What a form says of a document.</summary>
public sealed class FactsAnswers
{
    public int Version { get; set; }

    public string? Kind { get; set; }

    public string? Compartment { get; set; }

    public string? Title { get; set; }

    public string? ExpiresOn { get; set; }

    public static FactsAnswers Of(DocumentLine line) =>
        new()
        {
            Version = line.Version,
            Kind = line.Kind,
            Compartment = line.Compartment,
            Title = line.Title,
            ExpiresOn = PostedDay.Write(line.ExpiresOn),
        };

    public DocumentFacts ToFacts() =>
        new(Kind ?? "", Compartment ?? "", Title ?? "", PostedDay.Read(ExpiresOn));
}
