// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Identification;

namespace Faro.Web.Features.Identification;

/// <summary>What a form says of somebody who took part.</summary>
public sealed class PerpetratorAnswers
{
    public int Version { get; set; }

    public string? Kind { get; set; }

    public string? Relation { get; set; }

    public string? Sex { get; set; }

    public string? AgeBand { get; set; }

    public string? Citizenship { get; set; }

    public string? MaritalStatus { get; set; }

    public string? Stage { get; set; }

    public string? Name { get; set; }

    public static PerpetratorAnswers From(PerpetratorShown row) =>
        new()
        {
            Version = row.Version,
            Kind = row.Facts.Kind,
            Relation = row.Facts.Relation,
            Sex = row.Facts.Sex,
            AgeBand = row.Facts.AgeBand,
            Citizenship = row.Facts.Citizenship,
            MaritalStatus = row.Facts.MaritalStatus,
            Stage = row.Facts.Stage,
            Name = row.Facts.Name,
        };

    public PerpetratorFacts ToFacts(IReadOnlyList<string> roles) =>
        new()
        {
            Kind = Kind ?? "",
            Roles = roles,
            Relation = Relation ?? "",
            Sex = Sex ?? "",
            AgeBand = AgeBand ?? "",
            Citizenship = Citizenship ?? "",
            MaritalStatus = MaritalStatus ?? "",
            Stage = Stage ?? "",
            Name = Name ?? "",
        };
}
