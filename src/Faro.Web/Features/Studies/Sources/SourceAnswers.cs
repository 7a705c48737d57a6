// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Sources;
using Faro.Web.FormParts;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Features.Studies.Sources;

/// <summary>What the form of a new source posts, as written.</summary>
public sealed class SourceAnswers
{
    public string? Kind { get; set; }
    public string? Name { get; set; }
    public string? AgencyId { get; set; }
    public string? Origin { get; set; }
    public string? RetrievedOn { get; set; }
    public string? Licence { get; set; }
    public string? Citation { get; set; }
    public IFormFile? File { get; set; }

    /// <summary>A day that is none becomes one to come, so that the rule itself speaks.</summary>
    public SourceFacts ToFacts() =>
        new()
        {
            Name = Name ?? "",
            AgencyId = Guid.TryParse(AgencyId, out var agency) ? agency : null,
            Origin = Origin ?? "",
            RetrievedOn = PostedDay.Read(RetrievedOn) ?? DateOnly.MaxValue,
            Licence = Licence ?? "",
            Citation = Citation ?? "",
        };
}
