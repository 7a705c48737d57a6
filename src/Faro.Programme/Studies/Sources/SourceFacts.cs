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
        void Must(bool holds, string code, string field, params object[] values)
        {
            if (!holds)
            {
                refusals.Add(new Refusal(code, field, values));
            }
        }

        void AtMost(string text, int limit, string field) =>
            Must(text.Length <= limit, SourceRefusals.TooLong, field, limit);

        Must(Name.Length > 0, SourceRefusals.NameMissing, nameof(Name));
        Must(
            !study.Sources.Exists(source =>
                string.Equals(source.Name, Name, StringComparison.OrdinalIgnoreCase)
            ),
            SourceRefusals.NameTaken,
            nameof(Name)
        );
        Must(
            Origin.Length > 0 || AgencyId is not null,
            SourceRefusals.OriginMissing,
            nameof(Origin)
        );
        AtMost(Name, StudySource.NameMaxLength, nameof(Name));
        AtMost(Origin, StudySource.OriginMaxLength, nameof(Origin));
        AtMost(Licence, StudySource.LicenceMaxLength, nameof(Licence));
        AtMost(Citation, StudySource.CitationMaxLength, nameof(Citation));
        var today = DateOnly.FromDateTime(act.Clock.GetLocalNow().DateTime);
        Must(RetrievedOn <= today, SourceRefusals.RetrievedInFuture, nameof(RetrievedOn));
        if (AgencyId is { } agency)
        {
            Must(
                await act.Db.Agencies.AnyAsync(each => each.Id == agency, cancellation),
                SourceRefusals.AgencyUnknown,
                nameof(AgencyId)
            );
        }

        return refusals;
    }
}
