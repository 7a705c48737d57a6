// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.Json;
using Faro.Disclosure;
using Faro.Programme.Access;
using Faro.Programme.Indicators.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Releases;

/// <summary>
/// Makes the public version of the whole statistics page and lays it before somebody else. An earlier proposal that nobody
/// approved is set aside.
/// </summary>
public sealed class ProposePublication(OperationDoor door) : Operation<Done, Guid>(door)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public override Permission Permission => Permissions.ProposePublication;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        Done input,
        CancellationToken cancellation
    )
    {
        var profile = await act.Db.Profiles.FirstOrDefaultAsync(cancellation);
        if (profile is null)
        {
            return new Refusal(ReleaseRefusals.NoProgramme);
        }

        var statistics = await ProgrammeStatistics.ReadAsync(act.Db, act.Actor, cancellation);
        if (await BatchRule.CheckAsync(act, statistics.Total, cancellation) is { } tooFew)
        {
            return tooFew;
        }

        var earlier = await act
            .Db.Publications.Where(each => each.ApprovedAt == null && each.WithdrawnAt == null)
            .ToListAsync(cancellation);
        foreach (var each in earlier)
        {
            (each.WithdrawnAt, each.WithdrawnBy) = (act.Now, act.Actor.UserId);
        }

        var rule = DisclosureRule.Public.AtLeast(profile.MinimumCell);
        var drafts = PublicStatistics.Make(
            statistics,
            profile.MinimumCell,
            act.Now.Year,
            cancellation
        );
        var publication = new Publication
        {
            Id = act.NewId(),
            ProposedAt = act.Now,
            ProposedBy = act.Actor.UserId,
            Minimum = (int)rule.Minimum,
            People = statistics.Total,
        };
        publication.Tables.AddRange(
            drafts.Select(
                (draft, i) =>
                    new PublishedTable
                    {
                        PublicationId = publication.Id,
                        Code = draft.Table.Code,
                        Position = i + 1,
                        Cells = JsonSerializer.Serialize(draft.Table.Cells, Json),
                    }
            )
        );
        act.Db.Publications.Add(publication);
        act.Note(
            "publication",
            publication.Id,
            ("minimum", publication.Minimum.ToString(CultureInfo.InvariantCulture))
        );
        return publication.Id;
    }
}
