// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Plans;

/// <summary>The services of a case, newest first.</summary>
public sealed class ReadServices(OperationDoor door)
    : ReadingOperation<Guid, IReadOnlyList<ServiceReading>>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<IReadOnlyList<ServiceReading>>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var pen = await act.ReadingPenAsync(input, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var rows = await (
            from row in act.Db.ServicesGiven.VisibleTo(act.Actor, act.Db)
            where row.CaseId == input
            orderby row.From descending, row.Id descending
            select new
            {
                Row = row,
                Agency = act
                    .Db.Agencies.Where(agency => agency.Id == row.AgencyId)
                    .Select(agency => agency.ShortName)
                    .FirstOrDefault(),
            }
        ).ToListAsync(cancellation);
        act.Note("case", input, ("services", $"{rows.Count}"));
        return rows.ConvertAll(each => new ServiceReading(
            each.Row.Id,
            each.Row.Version,
            each.Agency ?? "",
            new ServiceFacts(
                each.Row.Kind,
                each.Row.AgencyId,
                each.Row.From,
                each.Row.To,
                each.Row.Units,
                each.Row.Unit,
                each.Row.Cost,
                each.Row.Currency,
                each.Row.Outcome,
                each.Row.GoalId,
                pen.Value.Open(each.Row.NotesBox, ServiceGiven.NotesField(each.Row.Id)),
                each.Row.Compartment
            )
            {
                ShelterKind = each.Row.ShelterKind,
                StaysFreely = each.Row.StaysFreely,
            }
        ));
    }
}

/// <summary>A service, with the provider's short name.</summary>
public sealed record ServiceReading(Guid Id, int Version, string Agency, ServiceFacts Facts);
