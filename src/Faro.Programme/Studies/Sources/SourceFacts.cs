// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Sources;

/// <summary>What a source is and whose.</summary>
public sealed record SourceFacts
{
    /// <summary>What the report calls it; for a list of persons, the name of the list.</summary>
    public required string Name { get; init; }

    /// <summary>The agency of the network it came from, if one.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>Who made it, in words; needed unless an agency is named.</summary>
    public string Origin { get; init; } = "";

    public required DateOnly RetrievedOn { get; init; }

    public string Licence { get; init; } = "";

    public string Citation { get; init; } = "";

    internal SourceFacts Tidied() =>
        this with
        {
            Name = Name.Trim(),
            Origin = Origin.Trim(),
            Licence = Licence.Trim(),
            Citation = Citation.Trim(),
        };

    /// <summary>Call it on tidied facts.</summary>
    internal async Task<List<Refusal>> CheckAsync(
        Act act,
        Study study,
        CancellationToken cancellation
    )
    {
        var refusals = new List<Refusal>();
        refusals.Must(Name.Length > 0, SourceRefusals.NameMissing, nameof(Name));
        refusals.Must(
            !study.Sources.Exists(source =>
                string.Equals(source.Name, Name, StringComparison.OrdinalIgnoreCase)
            ),
            SourceRefusals.NameTaken,
            nameof(Name)
        );
        refusals.Must(
            Origin.Length > 0 || AgencyId is not null,
            SourceRefusals.OriginMissing,
            nameof(Origin)
        );
        refusals.AtMost(Name, StudySource.NameMaxLength, SourceRefusals.TooLong, nameof(Name));
        refusals.AtMost(
            Origin,
            StudySource.OriginMaxLength,
            SourceRefusals.TooLong,
            nameof(Origin)
        );
        refusals.AtMost(
            Licence,
            StudySource.LicenceMaxLength,
            SourceRefusals.TooLong,
            nameof(Licence)
        );
        refusals.AtMost(
            Citation,
            StudySource.CitationMaxLength,
            SourceRefusals.TooLong,
            nameof(Citation)
        );
        var today = act.Today;
        refusals.Must(RetrievedOn <= today, SourceRefusals.RetrievedInFuture, nameof(RetrievedOn));
        if (AgencyId is { } agency)
        {
            refusals.Must(
                await act.Db.Agencies.AnyAsync(each => each.Id == agency, cancellation),
                SourceRefusals.AgencyUnknown,
                nameof(AgencyId)
            );
        }

        return refusals;
    }
}
